// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/controlgroup.h"

#include <QList>

#include <array>

namespace plimsoll {

class FieldSlider;
class FoldButton;
class PlanDocument;
class ProblemLabel;
class QuantityField;

/// How long the sequences are, and how many run at once; folded out, what is known of the requests.
class WorkloadPanel : public ControlGroup
{
    Q_OBJECT

public:
    explicit WorkloadPanel(PlanDocument *document, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const PlanDocument &document);

    FieldSlider *context() const { return m_context; }
    FieldSlider *users() const { return m_users; }
    FoldButton *moreButton() const { return m_more; }
    QuantityField *prompt() const { return m_lines[Prompt].field; }
    QuantityField *answer() const { return m_lines[Answer].field; }
    QuantityField *average() const { return m_lines[Average].field; }
    QuantityField *prefix() const { return m_lines[Prefix].field; }
    /// What Tab reaches, in reading order.
    QList<QWidget *> tabOrder() const;

private:
    enum { Prompt, Answer, Average, Prefix, LineCount };
    struct Line {
        QLabel *label = nullptr;
        QuantityField *field = nullptr;
    };

    void addLine(int line, const QString &label, const QString &name, const QString &tip);
    void showMore(bool open);
    void commit();

    PlanDocument *m_document;
    FieldSlider *m_context;
    FieldSlider *m_users;
    FoldButton *m_more;
    std::array<Line, LineCount> m_lines;
    ProblemLabel *m_problem;
    qint64 m_modelLimit = -1;
};

} // namespace plimsoll
