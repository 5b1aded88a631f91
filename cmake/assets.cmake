# congso_embed_assets(TARGET DIST): compiles the built page (DIST, made by Vite) with its compressed copies into TARGET, which
# then defines what src/app/assets.h declares. Without a built page the table is empty; ninja notices when it appears or changes,
# for each build of the page writes a new index.html.
function(congso_embed_assets target dist)
    find_program(CONGSO_NODE node HINTS ${CMAKE_SOURCE_DIR}/.tools/node_modules/.bin REQUIRED)
    set(table ${CMAKE_CURRENT_BINARY_DIR}/assets/table.cpp)
    file(GLOB page CONFIGURE_DEPENDS ${dist}/index.html)
    add_custom_command(
        OUTPUT ${table}
        COMMAND ${CONGSO_NODE} ${CMAKE_SOURCE_DIR}/tools/embed-assets.mjs ${dist} ${CMAKE_CURRENT_BINARY_DIR}/assets ${page}
        DEPENDS ${CMAKE_SOURCE_DIR}/tools/embed-assets.mjs ${page}
        COMMENT "Packing the page"
        VERBATIM)
    target_sources(${target} PRIVATE ${table})
endfunction()
