# What `cmake --install` puts where, and what `cmake --build … --target release` makes of it. bin/meldc itself is
# installed by compiler/driver.

install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
foreach(document IN ITEMS README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md)
    if(EXISTS "${PROJECT_SOURCE_DIR}/${document}")
        install(FILES "${PROJECT_SOURCE_DIR}/${document}" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
    endif()
endforeach()
# Where the links of the README lead, as far as users read them.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/grammar/handleiding" DESTINATION "${CMAKE_INSTALL_DOCDIR}/grammar")
if(EXISTS "${PROJECT_SOURCE_DIR}/compiler/driver/man/meldc.1")
    install(FILES "${PROJECT_SOURCE_DIR}/compiler/driver/man/meldc.1"
        DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endif()
if(EXISTS "${PROJECT_SOURCE_DIR}/compiler/emit/schemas")
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/compiler/emit/schemas"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/meldc"
        FILES_MATCHING PATTERN "*.schema.json")
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/.ci/pipelines" DESTINATION "${CMAKE_INSTALL_DATADIR}/meldc" USE_SOURCE_PERMISSIONS)

# The program knows its commands and options best: it writes the manual page of each command, in both languages,
# and the scripts by which shells complete them.
install(CODE "
    set(program \"$<TARGET_FILE:meldc>\")
    set(root \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
    foreach(command IN ITEMS check prove decide build report new diff test fmt explain dump help)
        foreach(language IN ITEMS en nl)
            set(folder \"${CMAKE_INSTALL_MANDIR}/man1\")
            if(language STREQUAL nl)
                set(folder \"${CMAKE_INSTALL_MANDIR}/nl/man1\")
            endif()
            execute_process(COMMAND \"\${program}\" help \"\${command}\" --man --lang \"\${language}\"
                OUTPUT_VARIABLE page COMMAND_ERROR_IS_FATAL ANY)
            file(WRITE \"\${root}/\${folder}/meldc-\${command}.1\" \"\${page}\")
        endforeach()
    endforeach()
    foreach(pair IN ITEMS bash=bash-completion/completions/meldc zsh=zsh/vendor-completions/_meldc
            fish=fish/vendor_completions.d/meldc.fish)
        string(REPLACE \"=\" \";\" pair \"\${pair}\")
        list(GET pair 0 shell)
        list(GET pair 1 place)
        execute_process(COMMAND \"\${program}\" help --completion \"\${shell}\" --lang en
            OUTPUT_VARIABLE script COMMAND_ERROR_IS_FATAL ANY)
        file(WRITE \"\${root}/${CMAKE_INSTALL_DATADIR}/\${place}\" \"\${script}\")
    endforeach()
")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME meldc)
set(CPACK_PACKAGE_CONTACT "The meldc maintainers <meldc@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "chromium, git")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compiler and checker for Dutch reporting codes (meldcodes)")
set(CPACK_PACKAGE_DESCRIPTION "Every Dutch school, care provider and childcare centre must have a protocol
on domestic violence and child abuse, the meldcode. meldc reads one that is
written in its small Dutch language, holds it against itself and against the
norms that apply on a date, proves requirements over every possible case,
tells what a new version changes, and writes decision tables and documents
from it.")
# Debian has rules for what lies in /usr/share/doc and /usr/share/man.
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/compiler/cmake/debian_files.cmake")
set(CPACK_MELDC_SOURCE "${PROJECT_SOURCE_DIR}")
include(CPack)

# A package for Debian, an archive that needs nothing of the machine, and their checksums, in <build>/release.
add_custom_target(release
    COMMAND "${PROJECT_SOURCE_DIR}/compiler/cmake/release.sh" "${CMAKE_COMMAND}" "${CMAKE_CPACK_COMMAND}"
        "${PROJECT_BINARY_DIR}" "${PROJECT_SOURCE_DIR}" "${PROJECT_VERSION}" "${PROJECT_BINARY_DIR}/release"
    VERBATIM USES_TERMINAL)
