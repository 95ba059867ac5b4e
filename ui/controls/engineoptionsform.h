// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/enginerules.h"

#include <QJsonObject>
#include <QWidget>

#include <vector>

QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace plimsoll {

class ComboBox;
class PlanDocument;

/// One row for each option of an engine, its default as the hint, its effect as the tool tip.
/// A row left empty is the default.
class EngineOptionsForm : public QWidget
{
    Q_OBJECT

public:
    explicit EngineOptionsForm(PlanDocument *document, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const QString &engine, const QList<EngineOption> &options, const QJsonObject &values);

    /// The rows are made when somebody unfolds them.
    void setVisible(bool visible) override;

    /// The control of an option; null where the engine has none such, or nobody has unfolded them.
    QWidget *editor(const QString &key) const;
    QList<QWidget *> editors() const;

Q_SIGNALS:
    /// The rows are those of another engine now.
    void rowsChanged();

private:
    struct Row {
        EngineOption option;
        QLineEdit *line = nullptr; ///< numbers
        ComboBox *combo = nullptr; ///< choices, and yes or no
        QString written;           ///< what the document says, as text

        QWidget *editor() const;
    };
    void refresh();
    void build(const QList<EngineOption> &options);
    void addLine(Row &row);
    void addCombo(Row &row);
    void commit(const QString &key);

    PlanDocument *m_document;
    QFormLayout *m_form;
    QString m_engine;              ///< whose options these are
    QList<EngineOption> m_options; ///< to be shown, as below
    QJsonObject m_values;
    QString m_builtEngine; ///< whose rows there are
    std::vector<Row> m_rows;
};

} // namespace plimsoll
