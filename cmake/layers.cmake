# check_layers: the dependency rule as a part of the build; runs again when a source or a folder of src changes.
find_program(CONGSO_NODE node HINTS ${CMAKE_SOURCE_DIR}/.tools/node_modules/.bin REQUIRED)
set(stamp ${CMAKE_BINARY_DIR}/layers.stamp)
add_custom_command(
    OUTPUT ${stamp}
    COMMAND ${CONGSO_NODE} ${CMAKE_SOURCE_DIR}/tools/check-layers.mjs --depfile ${stamp} ${stamp}.d
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/check-layers.mjs ${CMAKE_SOURCE_DIR}/tools/tree.mjs
    DEPFILE ${stamp}.d
    COMMENT "Checking the layers"
    VERBATIM)
add_custom_target(check_layers DEPENDS ${stamp})
add_dependencies(congso-tests check_layers)
add_dependencies(congso check_layers)
