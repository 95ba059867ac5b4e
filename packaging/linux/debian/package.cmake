# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later

# cmake --build build/release --target package: build/release/plimsoll_VERSION_ARCHITECTURE.deb
set(PLIMSOLL_MAINTAINER "The Plimsoll authors <authors@plimsoll.invalid>" CACHE STRING
    "Who answers for the Debian package: a name and an address")

set(CPACK_GENERATOR DEB)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_NAME plimsoll)
set(CPACK_PACKAGE_VENDOR "The Plimsoll authors")
set(CPACK_PACKAGE_CONTACT "${PLIMSOLL_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Qt's plugin for Wayland is a package of its own, and nothing links it; without certificates no Hub can be trusted.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, ca-certificates")
# For whoever reads Chinese: the texts of Qt's own buttons, and a font.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-translations-l10n, fonts-noto-cjk")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "how much GPU memory a large language model takes")
set(CPACK_PACKAGE_DESCRIPTION "Plimsoll answers how much GPU memory the deployment of a large language
model takes, which GPUs carry it, what is left, and why: weights, KV cache,
activations and what the engine needs, each with its formula and source.
It knows hundreds of models and accelerators, and works offline.

This package has the window and the command line.")

find_program(PLIMSOLL_GZIP gzip)
configure_file("${CMAKE_CURRENT_LIST_DIR}/changelog" "${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian" @ONLY)
configure_file("${CMAKE_CURRENT_LIST_DIR}/finish.cmake.in" "${CMAKE_CURRENT_BINARY_DIR}/finish.cmake" @ONLY)
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_BINARY_DIR}/finish.cmake")
include(CPack)
