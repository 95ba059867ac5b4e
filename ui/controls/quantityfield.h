// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QLineEdit>
#include <QLocale>

#include <functional>

namespace plimsoll {

/// A line to type a quantity in, its unit painted at the end. It keeps what was typed until it is
/// committed with Enter or by leaving; what cannot be read stays, with problem() saying why.
class QuantityField : public QLineEdit
{
    Q_OBJECT

public:
    using Reader = std::function<Result<qint64>(const QString &)>;
    using Writer = std::function<QString(qint64)>;

    explicit QuantityField(QWidget *parent = nullptr);

    void setReader(Reader reader) { m_reader = std::move(reader); }
    void setWriter(Writer writer) { m_writer = std::move(writer); }
    void setUnit(const QString &unit);

    qint64 value() const { return m_value; }
    /// From code. Text that is being typed stays unless the value is another.
    void setValue(qint64 value);
    /// Writes the value anew, where its wording has changed; text that is being typed stays.
    void rewrite();

    /// What is wrong with the text; empty when it is read or not yet committed.
    const QString &problem() const { return m_problem; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void valueEdited(qint64 value);
    void problemChanged(const QString &problem);
    void stepped(int steps);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void commit();
    void write();
    void setProblem(const QString &problem);
    int widthFor(const QString &text) const;

    Reader m_reader;
    Writer m_writer;
    QString m_unit;
    QString m_written; ///< what code put there
    QString m_typed;   ///< what a person typed last
    QString m_problem;
    qint64 m_value = 0;
};

/// Whether the key is one of those for undo and redo.
bool isUndoOrRedo(const QKeyEvent *event);

/// Typed text as core reads it: without the locale's group separators ("8,192"), where they group by
/// three, and with a point for its decimal comma. Anything else is left as it is, for core to refuse.
QString asCore(const QString &text, const QLocale &locale);

} // namespace plimsoll
