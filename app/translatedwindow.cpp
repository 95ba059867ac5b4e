// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translatedwindow.h"

#include "app/languagehint.h"
#include "app/translations.h"
#include "ui/controls/noticebar.h"
#include "ui/plandocument.h"

#include <QApplication>
#include <QTimer>

namespace plimsoll {

TranslatedWindow::TranslatedWindow(PlanDocument *document, const QString &choice, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_desktopFont(QApplication::font())
{
    translate(choice);
    m_document->refreshModel(); // it may have said something in another language
    m_document->flush();
    makeWindow();
    showFontHint();
}

TranslatedWindow::~TranslatedWindow() = default;

void TranslatedWindow::translate(const QString &choice)
{
    m_choice = choice.isEmpty() ? QStringLiteral("system") : choice;
    m_language = installTranslations(*qApp, m_choice);
    QLocale::setDefault(localeFor(m_choice));
    if (const QFont font = fontFor(m_language, m_desktopFont); font != QApplication::font())
        QApplication::setFont(font);
}

void TranslatedWindow::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_document);
    m_window->setLanguage(m_choice);
    connect(m_window.get(), &MainWindow::languageChosen, this, &TranslatedWindow::setLanguage);
}

void TranslatedWindow::setLanguage(const QString &choice)
{
    QTimer::singleShot(0, this, [this, choice] { exchange(choice); });
}

void TranslatedWindow::exchange(const QString &choice)
{
    if (choice == m_choice)
        return;
    translate(choice);
    m_document->refreshModel();
    m_document->flush();
    std::unique_ptr<MainWindow> old = std::move(m_window);
    makeWindow();
    m_window->continueFrom(*old);
    if (old->isVisible())
        m_window->show(); // before the old one goes, or the program would end with its last window
    old->hide();
    showFontHint();
    Q_EMIT windowChanged();
}

void TranslatedWindow::showFontHint()
{
    if (m_language == QLatin1String("en")) // going through all fonts takes time that the start has not
        return;
    if (const QString hint = fontHint(m_language, hasChineseFont()); !hint.isEmpty())
        m_window->fileNotice()->setNotice(hint, MainWindow::tr("D&ismiss"));
}

} // namespace plimsoll
