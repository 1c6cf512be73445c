# SPDX-License-Identifier: GPL-3.0-or-later
# Two precompiled headers, made once and used by every target that may: reading Qt's headers is most of a compile.
# The owners carry the fewest definitions, because GCC refuses a header made with more than its user has.

function(_bascule_pch_owner NAME LIBRARY HEADER)
  file(WRITE "${CMAKE_BINARY_DIR}/pch/${NAME}.cpp" "// Only here so that the precompiled header has a target.\n")
  add_library(${NAME} OBJECT "${CMAKE_BINARY_DIR}/pch/${NAME}.cpp")
  target_link_libraries(${NAME} PRIVATE bascule_flags ${LIBRARY})
  target_precompile_headers(${NAME} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/${HEADER}")
endfunction()

function(bascule_use_precompiled_headers)
  _bascule_pch_owner(bascule_pch_core Qt6::Core PrecompiledCore.h)
  _bascule_pch_owner(bascule_pch_ui Qt6::Widgets PrecompiledUi.h)
  get_property(ROOMS GLOBAL PROPERTY BASCULE_ROOMS)
  get_property(TESTS GLOBAL PROPERTY BASCULE_TESTS)
  foreach(TARGET_NAME IN LISTS ROOMS TESTS ITEMS bascule-cli bascule_ui bascule ui_rig)
    if(NOT TARGET ${TARGET_NAME})
      continue()
    endif()
    get_target_property(LIBRARIES ${TARGET_NAME} LINK_LIBRARIES)
    if(TARGET_NAME MATCHES "^(bascule_ui|bascule|ui_rig)$" OR "bascule_ui" IN_LIST LIBRARIES OR "ui_rig" IN_LIST LIBRARIES)
      target_precompile_headers(${TARGET_NAME} REUSE_FROM bascule_pch_ui)
    elseif(NOT "bascule_engine" IN_LIST LIBRARIES OR TARGET_NAME STREQUAL "core_base")
      target_precompile_headers(${TARGET_NAME} REUSE_FROM bascule_pch_core)
    endif()
  endforeach()
endfunction()
