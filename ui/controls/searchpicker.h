// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/itemmodels/catalogmodel.h"

#include <QPushButton>

#include <functional>

namespace plimsoll {

class PickerPopup;

/// A field like a combo box for lists too long to scroll: it opens a list with a line to search in.
/// Space, Enter, Alt+Down or typing opens it.
class SearchPicker : public QPushButton
{
    Q_OBJECT

public:
    /// `name` says what is picked ("Model"), `hint` what to type ("llama 70, moe, qwen 32").
    SearchPicker(const QString &name, const QString &hint, CatalogModel *model, QWidget *parent = nullptr);

    /// From code: what is chosen now. `text` is shown where the id is in no row.
    void setCurrent(const QString &id, const QString &text);
    const QString &currentId() const { return m_id; }

    /// What is offered for a text besides the rows, empty for nothing; asked() tells that it was taken.
    void setOffer(const std::function<QString(const QString &typed)> &offer);

    /// Made when first asked for.
    PickerPopup *popup();
    void open(const QString &typed = {});
    bool isOpen() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id);
    void asked(const QString &typed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_name;
    QString m_hint;
    QString m_id;
    CatalogModel *m_model;
    PickerPopup *m_popup = nullptr;
    std::function<QString(const QString &typed)> m_offer;
};

} // namespace plimsoll
