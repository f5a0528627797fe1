# Run by CPack on what was installed, before the package is closed: a copyright file in place of the licence, a
# changelog, and both manuals and changelog compressed as Debian wants them.
# The day of the source when SOURCE_DATE_EPOCH says so.
string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)
find_program(gzip gzip REQUIRED)
file(READ "${CPACK_MELDC_SOURCE}/LICENSE" licence)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER "${component}" variable)
    set(package "${CPACK_DEBIAN_${variable}_PACKAGE_NAME}")
    set(root "${CPACK_TEMPORARY_DIRECTORY}/${component}/usr")
    set(doc "${root}/share/doc/${package}")
    file(REMOVE "${doc}/LICENSE" "${doc}/CONTRIBUTING.md" "${doc}/SECURITY.md")
    file(WRITE "${doc}/copyright" "Copyright: 2026 the authors of meldc\nLicense: EUPL-1.2\n\n${licence}")
    file(WRITE "${doc}/changelog" "${package} (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n"
        "  * What changed stands in CHANGELOG.md.\n\n -- ${CPACK_PACKAGE_CONTACT}  ${day}\n")
    file(GLOB_RECURSE pages "${root}/share/man/*.1")
    foreach(file IN LISTS pages ITEMS "${doc}/changelog")
        execute_process(COMMAND "${gzip}" -9n "${file}" COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
    file(GLOB folders "${root}/share/man" "${doc}")
    file(CHMOD_RECURSE ${folders} FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ
        DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endforeach()
