// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/result.h"
#include "core/units/sizeformat.h"
#include "ui/views/card.h"
#include "ui/views/verdictmark.h"

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace plimsoll {

/// The answer in one sentence that a manager reads, with a sign; below it the total and the next best step.
class VerdictView : public Card
{
    Q_OBJECT
public:
    explicit VerdictView(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const ResolvedPlan &plan, const Estimate &estimate, const Comparison &comparison, SizeUnit unit);
    /// The plan has no answer: what is wrong and what to do.
    void showError(const Error &error);

    /// The sentence alone, without the total and the next step; false unless set.
    void setBrief(bool brief);

    VerdictMark::Sign sign() const { return m_mark->sign(); }
    QString sentence() const;
    QString details() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void set(VerdictMark::Sign sign, const QString &sentence, const QString &details);
    void applyTheme();

    VerdictMark *m_mark = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_details = nullptr;
    bool m_brief = false;
};

} // namespace plimsoll
