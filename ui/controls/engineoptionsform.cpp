// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/engineoptionsform.h"

#include "core/units/quantity.h"
#include "ui/controls/combobox.h"
#include "ui/controls/quantityfield.h"
#include "ui/plandocument.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace plimsoll {

namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? EngineOptionsForm::tr("yes") : EngineOptionsForm::tr("no");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString();
}

QString defaultTextOf(const EngineOption &option)
{
    if (!option.defaultText.isEmpty())
        return option.defaultText;
    return option.defaultValue.isNull() ? EngineOptionsForm::tr("automatic") : textOf(option.defaultValue);
}

QString tipOf(const EngineOption &option)
{
    return EngineOptionsForm::tr("%1\nDefault: %2").arg(option.effect, defaultTextOf(option));
}

/// The value of typed text; the text itself where it is no number, so that the rules say what is wrong with it.
QJsonValue valueOf(const EngineOption &option, const QString &text)
{
    if (text.trimmed().isEmpty())
        return QJsonValue();
    if (option.type == EngineOption::Type::Shares || option.type == EngineOption::Type::Model)
        return QJsonValue(text);
    if (option.type == EngineOption::Type::Integer) {
        const Result<qint64> number = parseTokens(asCore(text, QLocale()), option.key);
        return number ? QJsonValue(*number) : QJsonValue(text);
    }
    const Result<double> number = parseNumber(asCore(text, QLocale()), option.key, option.low, option.high);
    return number ? QJsonValue(*number) : QJsonValue(text);
}

} // namespace

QWidget *EngineOptionsForm::Row::editor() const
{
    if (combo)
        return combo;
    return line;
}

EngineOptionsForm::EngineOptionsForm(PlanDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(4);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void EngineOptionsForm::show(const QString &engine, const QList<EngineOption> &options, const QJsonObject &values)
{
    m_engine = engine;
    m_options = options;
    m_values = values;
    if (!isHidden())
        refresh();
}

void EngineOptionsForm::setVisible(bool visible)
{
    if (visible)
        refresh();
    QWidget::setVisible(visible);
}

void EngineOptionsForm::refresh()
{
    if (m_engine != m_builtEngine) {
        m_builtEngine = m_engine;
        build(m_options);
    }
    for (Row &row : m_rows) {
        const QJsonValue value = m_values.value(row.option.key);
        const QString written = value.isUndefined() ? QString() : textOf(value);
        if (row.combo)
            row.combo->setCurrentIndex(written.isEmpty() ? 0 : qMax(0, row.combo->findText(written)));
        else if (written != row.written || row.line->text().isEmpty())
            row.line->setText(written);
        row.written = written;
    }
}

QWidget *EngineOptionsForm::editor(const QString &key) const
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) { return each.option.key == key; });
    return row == m_rows.end() ? nullptr : row->editor();
}

QList<QWidget *> EngineOptionsForm::editors() const
{
    QList<QWidget *> editors;
    for (const Row &row : m_rows)
        editors.append(row.editor());
    return editors;
}

void EngineOptionsForm::build(const QList<EngineOption> &options)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_rows.clear();
    for (const EngineOption &option : options) {
        Row row{option, nullptr, nullptr, {}};
        const bool typed = option.type != EngineOption::Type::Boolean && option.type != EngineOption::Type::Choice;
        if (typed)
            addLine(row);
        else
            addCombo(row);
        m_rows.push_back(row);
    }
    Q_EMIT rowsChanged();
}

void EngineOptionsForm::addLine(Row &row)
{
    const QString key = row.option.key;
    row.line = new QLineEdit(this);
    row.line->setPlaceholderText(defaultTextOf(row.option));
    row.line->setAccessibleName(key);
    row.line->setAccessibleDescription(row.option.effect);
    row.line->setToolTip(tipOf(row.option));
    row.line->setWhatsThis(tipOf(row.option));
    connect(row.line, &QLineEdit::editingFinished, this, [this, key] { commit(key); });
    auto *label = new QLabel(key, this);
    label->setBuddy(row.line);
    label->setToolTip(tipOf(row.option));
    m_form->addRow(label, row.line);
}

void EngineOptionsForm::addCombo(Row &row)
{
    const QString key = row.option.key;
    row.combo = new ComboBox(8, this);
    row.combo->addItem(tr("default: %1").arg(defaultTextOf(row.option)), QJsonValue().toVariant());
    if (row.option.type == EngineOption::Type::Boolean) {
        row.combo->addItem(tr("yes"), true);
        row.combo->addItem(tr("no"), false);
    }
    for (const QString &choice : row.option.choices)
        row.combo->addItem(choice, choice);
    row.combo->setAccessibleName(key);
    row.combo->setAccessibleDescription(row.option.effect);
    row.combo->setToolTip(tipOf(row.option));
    row.combo->setWhatsThis(tipOf(row.option));
    connect(row.combo, &ComboBox::activated, this, [this, key] { commit(key); });
    auto *label = new QLabel(key, this);
    label->setBuddy(row.combo);
    label->setToolTip(tipOf(row.option));
    m_form->addRow(label, row.combo);
}

void EngineOptionsForm::commit(const QString &key)
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) { return each.option.key == key; });
    if (row == m_rows.end())
        return;
    if (row->combo) {
        const int index = row->combo->currentIndex();
        m_document->setEngineOption(key,
                                    index == 0 ? QJsonValue() : QJsonValue::fromVariant(row->combo->itemData(index)));
        return;
    }
    if (row->line->text() != row->written)
        m_document->setEngineOption(key, valueOf(row->option, row->line->text()));
}

} // namespace plimsoll
