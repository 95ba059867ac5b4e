// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/neighbours.h"
#include "core/units/sizeformat.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace plimsoll {

class ElidedLabel;

/// The plans that run on the same GPUs: how many and what they take, with a menu to add and remove them.
class BesideField : public QWidget
{
    Q_OBJECT

public:
    explicit BesideField(QWidget *parent = nullptr);

    /// The plans, before anything is known of what they take.
    void setPlans(const std::vector<Plan> &plans);
    /// What they take, where the answer knows it.
    void showTaken(const Neighbours &neighbours, SizeUnit unit);

    QPushButton *button() const { return m_button; }
    QString text() const;

Q_SIGNALS:
    void plansEdited(const std::vector<plimsoll::Plan> &plans);
    /// A file that was chosen cannot be a plan beside another; empty = the last one could.
    void problemChanged(const QString &problem);

public Q_SLOTS:
    /// Reads a saved plan and adds it; it is named after the file where it has no name.
    void addFile(const QString &path);

private:
    void fillMenu();
    void askFile();
    QString nameOf(size_t index) const;

    std::vector<Plan> m_plans;
    ElidedLabel *m_label;
    QPushButton *m_button;
    QMenu *m_menu;
};

} // namespace plimsoll
