// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/breakdownlayout.h"
#include "ui/charts/chartpanel.h"

namespace plimsoll {

class BreakdownItem;

/// The breakdown as a picture for documents: the window has it as a table.
class BreakdownChart : public ChartPanel
{
    Q_OBJECT
public:
    explicit BreakdownChart(QObject *parent = nullptr);
    ~BreakdownChart() override;

    QString id() const override { return QStringLiteral("breakdown"); }
    QString title() const override { return name(); }
    static QString name() { return tr("Breakdown"); }

    void update(const ChartValues &values, Theme theme) override;
    void setTheme(Theme theme) override;
    void setFont(const QFont &font) override;
    void resize(QSizeF size) override;
    QSizeF size() const override { return m_size; }
    QString description() const override { return m_input.description(); }

    const BreakdownInput &input() const { return m_input; }
    /// What is drawn, for tests.
    const BreakdownPicture &picture() const { return m_picture; }

private:
    void relayout();

    BreakdownItem *m_item;
    BreakdownInput m_input;
    BreakdownPicture m_picture;
    TypeScale m_type{QFont()};
    QSizeF m_size{900, 420};
};

} // namespace plimsoll
