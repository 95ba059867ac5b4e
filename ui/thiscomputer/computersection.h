// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/gpukinds.h"
#include "core/units/sizeformat.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

class GpuProbing;
class GpuTree;
class PlanDocument;

/// The GPUs of this computer and what is free of them, asked for again and again while the section is shown. One of
/// them, with all that are equal, becomes the plan's.
class ComputerSection : public QWidget
{
    Q_OBJECT

public:
    /// Asks nothing before it is shown. `probing` must live as long.
    ComputerSection(GpuProbing *probing, PlanDocument *document, QWidget *parent = nullptr);

    void setUnit(SizeUnit unit);
    /// How long after an answer the next question is asked, in milliseconds.
    void setInterval(int milliseconds) { m_next.setInterval(milliseconds); }
    /// True between an answer and the next question.
    bool willAskAgain() const { return m_next.isActive(); }

    QTreeView *list() const { return m_list; }
    /// What is waited for, what went wrong, or that there is none.
    QLabel *status() const { return m_status; }
    /// What would be planned with.
    QLabel *choice() const { return m_choice; }
    QCheckBox *freeBox() const { return m_free; }
    QPushButton *takeButton() const { return m_take; }
    QPushButton *runHereButton() const { return m_runHere; }
    /// Where there is no GPU: to the list of the catalog.
    QPushButton *catalogButton() const { return m_browse; }

    /// The id of the chosen kind; empty where none can be planned with.
    QString chosen() const;

    QList<QWidget *> tabOrder() const;

Q_SIGNALS:
    /// A kind that no catalog had was taken into the document's.
    void kindAdded(const plimsoll::GpuKind &kind);
    void runHereAsked();
    void catalogAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void connectParts();
    void ask();
    void take(const VendorAnswer &answer);
    void takeAll(const Detection &detection);
    /// `known` was matched to the catalog of now.
    void matchKinds(const Detection &known);
    void showList();
    void showStatus();
    void showChoice();
    void fitList();
    void plan();
    void replan();
    const GpuKind *current() const;

    GpuProbing *m_probing;
    PlanDocument *m_document;
    GpuTree *m_tree;
    QTreeView *m_list;
    QLabel *m_status;
    QLabel *m_choice;
    QCheckBox *m_free;
    QPushButton *m_take;
    QPushButton *m_runHere;
    QPushButton *m_browse;
    QTimer m_next;
    Detection m_detection;
    QList<GpuKind> m_kinds;
    QList<GpuVendor> m_awaited;
    bool m_hasAnswer = false;
    SizeUnit m_unit = SizeUnit::GiB;
};

} // namespace plimsoll
