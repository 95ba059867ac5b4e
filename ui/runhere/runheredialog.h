// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/gpukinds.h"
#include "core/planning/fit/runhere.h"
#include "core/units/sizeformat.h"
#include "ui/whatfits/latestanswer.h"

#include <QDialog>
#include <QPointer>
#include <QProcessEnvironment>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace plimsoll {

class ComboBox;
class ElidedLabel;
class GpuProbing;
class PlanDocument;
class RunHereFilter;
class RunHereTree;

/// "What can I run here?": the models that run on the GPUs of this computer in the memory that is free, or on those of
/// the plan. Worked out in the background and again where the plan asks for something else; rows of an older question
/// cannot be taken.
class RunHereDialog : public QDialog
{
    Q_OBJECT

public:
    /// `probing` may be null: then there are the GPUs of the plan alone.
    RunHereDialog(PlanDocument *document, GpuProbing *probing, QWidget *parent = nullptr);

    /// Where to look for models instead of by the variables and home folder of this process.
    void lookIn(const QProcessEnvironment &environment, const QString &home);
    void setUnit(SizeUnit unit);
    /// Begins with this kind of this computer, where it is found.
    void startWith(const QString &gpu);

    /// On which GPUs: those of this computer, then those of the plan.
    ComboBox *gpuBox() const { return m_gpus; }
    QLineEdit *searchLine() const { return m_line; }
    QCheckBox *localBox() const { return m_local; }
    QTreeView *list() const { return m_list; }
    ElidedLabel *status() const { return m_status; }
    /// Stops the work, or asks drivers and disk again.
    QPushButton *againButton() const { return m_again; }
    QPushButton *takeButton() const { return m_take; }
    bool isWorking() const { return m_isWorking || m_isProbing; }

Q_SIGNALS:
    /// A kind that no catalog had was taken into the document's.
    void kindAdded(const plimsoll::GpuKind &kind);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Answer = Result<std::vector<RunnableModel>>;

    void arrange();
    void connectParts();
    void probe();
    void takeDetection(const Detection &detection);
    void fillGpus();
    /// What is asked about now; nothing where there are no GPUs to ask about.
    std::optional<Plan> question() const;
    const GpuKind *kind() const;
    void ask();
    void askIfChanged();
    void stop();
    void showAnswer(const Answer &answer);
    void showState();
    void plan(const QModelIndex &index);

    PlanDocument *m_document;
    QPointer<GpuProbing> m_probing;
    QProcessEnvironment m_environment;
    QString m_home;
    RunHereTree *m_tree;
    RunHereFilter *m_filter;
    ComboBox *m_gpus;
    QLineEdit *m_line;
    QCheckBox *m_local;
    QTreeView *m_list;
    ElidedLabel *m_status;
    QProgressBar *m_busy;
    QPushButton *m_again;
    QPushButton *m_take;
    QList<GpuKind> m_kinds;
    Detection m_detection;
    std::optional<Plan> m_asked;    ///< what the rows answer, or what is being worked out
    std::optional<Error> m_problem; ///< why there are no rows
    QString m_wanted;               ///< id of the kind that a person chose; empty: the main one
    bool m_hasDetection = false;
    bool m_isProbing = false;
    bool m_isWorking = false;
    bool m_wasStopped = false;
    SizeUnit m_unit = SizeUnit::GiB;
    LatestAnswer<Answer> m_answer;
};

} // namespace plimsoll
