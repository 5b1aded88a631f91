# congso_module(NAME [SOURCES a.cpp …] [DEPENDS module …] [LIBRARIES target …] [TESTS a_test.cpp …])
# One call per folder: makes the library congso_NAME and its tests. What a folder may use is the DEPENDS line, and only
# folders added before it exist at that point; tools/check-layers.mjs compares the includes with it.
option(CONGSO_FUZZ "build the fuzz targets (clang)" OFF)
option(CONGSO_BENCH "build the benches" OFF)

add_compile_options(-pthread) # as some libraries ask for it: one answer for all, or the precompiled header does not fit
add_compile_options(-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wno-missing-field-initializers -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # gcc 12 warns falsely inside its own <string> and <optional> at -O2 (gcc bug 105329, 105562)
    add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds)
endif()
find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# One precompiled header for the program, and one for its tests; Beast is not in them.
set(congso_common_headers
    <algorithm> <array> <atomic> <chrono> <condition_variable> <filesystem> <functional> <map> <memory> <mutex> <optional>
    <set> <span> <string> <string_view> <thread> <unordered_map> <variant> <vector>
    <boost/describe.hpp> <boost/mp11/algorithm.hpp> <fmt/format.h>)
function(congso_make_pch target)
    add_library(${target} OBJECT ${CMAKE_SOURCE_DIR}/cmake/pch.cpp)
    target_link_libraries(${target} PUBLIC Threads::Threads Boost::headers fmt::fmt)
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_precompile_headers(${target} PUBLIC ${congso_common_headers} ${ARGN})
endfunction()
congso_make_pch(congso_pch)
# Tests are compiled without optimisation, in half the time; what they test is the program as it is.
congso_make_pch(congso_test_pch <gtest/gtest.h> <gmock/gmock.h>)
target_compile_options(congso_test_pch PRIVATE -O0)
target_link_libraries(congso_test_pch PUBLIC GTest::gtest GTest::gmock) # and their definitions, or it does not fit

function(congso_use_pch target)
    target_link_libraries(${target} PUBLIC Threads::Threads Boost::headers fmt::fmt)
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_precompile_headers(${target} REUSE_FROM congso_pch)
endfunction()

function(congso_use_test_pch target)
    target_link_libraries(${target} PUBLIC Threads::Threads Boost::headers fmt::fmt)
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_compile_options(${target} PRIVATE -O0)
    target_precompile_headers(${target} REUSE_FROM congso_test_pch)
endfunction()

function(congso_module name)
    cmake_parse_arguments(M "" "" "SOURCES;DEPENDS;LIBRARIES;TESTS" ${ARGN})
    add_library(congso_${name} STATIC ${M_SOURCES})
    congso_use_pch(congso_${name})
    foreach(dependency ${M_DEPENDS})
        if(NOT TARGET congso_${dependency})
            message(FATAL_ERROR "${name} depends on ${dependency}, which is not above it")
        endif()
        target_link_libraries(congso_${name} PUBLIC congso_${dependency})
    endforeach()
    target_link_libraries(congso_${name} PUBLIC ${M_LIBRARIES})
    list(TRANSFORM M_TESTS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    set_property(GLOBAL APPEND PROPERTY CONGSO_MODULES ${name})
    set_property(GLOBAL PROPERTY CONGSO_TESTS_${name} ${M_TESTS})
endfunction()
