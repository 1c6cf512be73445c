# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target with the strict flags, and the three ways a target is made here.

add_library(bascule_flags INTERFACE)
target_compile_options(bascule_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
target_compile_definitions(bascule_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH
  QT_STRICT_ITERATORS QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
target_include_directories(bascule_flags INTERFACE "${CMAKE_SOURCE_DIR}")
# GCC 12 sees overlaps and overflows in std::string's own inlined code where there are none (its bugs 105329, 105651).
target_compile_options(bascule_flags INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>)
if(BASCULE_WERROR)
  target_compile_options(bascule_flags INTERFACE -Werror)
endif()
if(BASCULE_SANITIZE)
  target_compile_options(bascule_flags INTERFACE -fsanitize=${BASCULE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(bascule_flags INTERFACE -fsanitize=${BASCULE_SANITIZE})
endif()

# bascule_room(NAME [LIBS ...]): one folder of core as a static library core_NAME.
function(bascule_room NAME)
  cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
  file(GLOB_RECURSE SOURCES CONFIGURE_DEPENDS
    "${CMAKE_CURRENT_SOURCE_DIR}/${NAME}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/${NAME}/*.h")
  if(NOT SOURCES MATCHES "[.]cpp")
    message(STATUS "core/${NAME} has no sources yet")
    add_library(core_${NAME} INTERFACE)
    target_link_libraries(core_${NAME} INTERFACE bascule_flags ${ARG_LIBS})
    return()
  endif()
  add_library(core_${NAME} STATIC ${SOURCES})
  target_link_libraries(core_${NAME} PUBLIC bascule_flags ${ARG_LIBS})
  set_target_properties(core_${NAME} PROPERTIES AUTOMOC ON LINKER_LANGUAGE CXX)
  set_property(GLOBAL APPEND PROPERTY BASCULE_ROOMS core_${NAME})
endfunction()

# QtTest's own watchdog misses the end of a short test function on a busy machine and counts on; ctest has limits too.
set(BASCULE_TEST_ENVIRONMENT "LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=3600000")

# bascule_add_test(NAME SOURCE file LIBS libs... LABELS labels... [TIMEOUT s] [ENVIRONMENT k=v...])
function(bascule_add_test NAME)
  cmake_parse_arguments(ARG "" "SOURCE;TIMEOUT" "LIBS;LABELS;ENVIRONMENT" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  # A test's classes stand in its own file, which includes what moc makes of it. AUTOMOC would cost two more commands and
  # the compilation of a file for each test: a sixth of a whole build's time.
  get_filename_component(FULL "${ARG_SOURCE}" ABSOLUTE)
  set(MOC "${CMAKE_CURRENT_BINARY_DIR}/${NAME}.moc")
  add_custom_command(OUTPUT "${MOC}" COMMAND Qt6::moc -o "${MOC}" "${FULL}" DEPENDS "${FULL}" VERBATIM
    COMMENT "Moc of ${NAME}")
  add_executable(${NAME} ${ARG_SOURCE} "${MOC}")
  set_target_properties(${NAME} PROPERTIES AUTOMOC OFF RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests/bin")
  target_include_directories(${NAME} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
  target_link_libraries(${NAME} PRIVATE bascule_flags Qt6::Test ${ARG_LIBS})
  target_compile_options(${NAME} PRIVATE ${BASCULE_TEST_FLAGS})
  target_compile_definitions(${NAME} PRIVATE
    BASCULE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" BASCULE_BINARY_DIR="${CMAKE_BINARY_DIR}")
  set_property(GLOBAL APPEND PROPERTY BASCULE_TESTS ${NAME})
  add_test(NAME ${NAME} COMMAND ${NAME})
  # Those that take longest begin first, so that they do not run alone at the end.
  if(NAME MATCHES "^tst_(migration_by_hand|hung_lines|engine_resume|cli_demo|cutover_faults|engine_cuts|cli_kill|ssh_servers)$")
    set_tests_properties(${NAME} PROPERTIES COST 100)
  endif()
  set_tests_properties(${NAME} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${BASCULE_TEST_ENVIRONMENT};${ARG_ENVIRONMENT}")
endfunction()
