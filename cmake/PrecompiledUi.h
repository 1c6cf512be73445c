// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of ui reads, besides what core does. Never included by name.
#pragma once

#include "cmake/PrecompiledCore.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>
#include <QWidget>
#include <QWizard>
