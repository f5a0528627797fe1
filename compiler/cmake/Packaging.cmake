# What `cmake --install` puts where: bin/meldc is installed by compiler/driver.

install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
foreach(document IN ITEMS README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md)
    if(EXISTS "${PROJECT_SOURCE_DIR}/${document}")
        install(FILES "${PROJECT_SOURCE_DIR}/${document}" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
    endif()
endforeach()
if(EXISTS "${PROJECT_SOURCE_DIR}/compiler/driver/man/meldc.1")
    install(FILES "${PROJECT_SOURCE_DIR}/compiler/driver/man/meldc.1"
        DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endif()
if(EXISTS "${PROJECT_SOURCE_DIR}/compiler/emit/schemas")
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/compiler/emit/schemas"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/meldc"
        FILES_MATCHING PATTERN "*.schema.json")
endif()
