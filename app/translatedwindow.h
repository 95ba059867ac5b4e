// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow.h"

#include <QFont>
#include <QObject>

#include <memory>

namespace plimsoll {

class PlanDocument;

/// The program's window in the language that a person chooses. Another language is another window on the same
/// document, for which all that the first one showed is set as it was: so no view needs to know how to say everything
/// again, and none can forget a text.
class TranslatedWindow : public QObject
{
    Q_OBJECT

public:
    /// `choice` as in isLanguageChoice(); empty is "system". It holds for the whole program.
    TranslatedWindow(PlanDocument *document, const QString &choice, QObject *parent = nullptr);
    ~TranslatedWindow() override;

    /// Another one after each change of the language.
    MainWindow *window() const { return m_window.get(); }

    /// The language in use: "en" or "zh_CN".
    const QString &language() const { return m_language; }
    /// In a later turn of the event loop, as the old window may be what asks.
    void setLanguage(const QString &choice);

Q_SIGNALS:
    void windowChanged();

private:
    void makeWindow();
    void translate(const QString &choice);
    void exchange(const QString &choice);
    void showFontHint();

    PlanDocument *m_document;
    const QFont m_desktopFont;
    QString m_choice;
    QString m_language;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace plimsoll
