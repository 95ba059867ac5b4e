// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"
#include "ui/charts/waterfalllayout.h"

namespace plimsoll {

class WaterfallItem;

/// The way from the rule of thumb to the answer, a bar for every correction. Its targets are the steps and, last, the
/// answer.
class WaterfallChart : public ChartPanel
{
    Q_OBJECT
public:
    explicit WaterfallChart(QObject *parent = nullptr);
    ~WaterfallChart() override;

    QString id() const override { return QStringLiteral("waterfall"); }
    QString title() const override { return name(); }
    static QString name() { return tr("Waterfall"); }

    void update(const ChartValues &values, Theme theme) override;
    void setTheme(Theme theme) override;
    void setFont(const QFont &font) override;
    void resize(QSizeF size) override;
    QSizeF size() const override { return m_size; }
    QString description() const override { return m_input.description(); }

    int targetCount() const override { return m_input.rowCount(); }
    int targetAt(QPointF position) const override;
    QRectF targetRect(int target) const override;
    QString targetText(int target) const override;
    void choose(int target) override;
    void setHighlighted(int target) override;

    /// Only the first so many targets are drawn, in the places that they have among all; -1 = all.
    void setShown(int targets);
    /// Whether the title stands above the bars; true unless set.
    void setTitleShown(bool shown);

    const WaterfallInput &input() const { return m_input; }
    /// What is drawn, for tests.
    const WaterfallPicture &picture() const { return m_picture; }

Q_SIGNALS:
    /// A person chose a step: its place, and its key ("sum" of the answer).
    void stepChosen(int target, const QString &key);

private:
    void relayout();

    WaterfallItem *m_item;
    WaterfallInput m_input;
    WaterfallPicture m_picture;
    TypeScale m_type{QFont()};
    QSizeF m_size{900, 420};
    bool m_titleShown = true;
};

} // namespace plimsoll
