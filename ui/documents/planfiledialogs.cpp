// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/planfiledialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanFileDialogs)
};

void openDialog(QFileDialog *dialog, FileChosen chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog->parent(), std::move(chosen));
    dialog->open();
}

} // namespace

void askWhatToOpen(QWidget *parent, const QString &folder, FileChosen chosen)
{
    auto *dialog = new QFileDialog(parent, Text::tr("Open a plan or a model"), folder,
                                   Text::tr("Plans, models, figures and reports (*.plimsoll *.json *.gguf "
                                            "*.safetensors *.svg *.pdf *.png *.html);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    openDialog(dialog, std::move(chosen));
}

void askWhichLog(QWidget *parent, const QString &folder, FileChosen chosen)
{
    auto *dialog = new QFileDialog(parent, Text::tr("Open a start-up log"), folder,
                                   Text::tr("Logs (*.log *.txt *.out *.err);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    openDialog(dialog, std::move(chosen));
}

void askWhereToSave(QWidget *parent, const QString &proposed, FileChosen chosen)
{
    askWhereToWrite(parent, proposed,
                    {Text::tr("Save this plan"), Text::tr("Plans (*.plimsoll *.json)"), QStringLiteral("plimsoll")},
                    std::move(chosen));
}

void askWhereToWrite(QWidget *parent, const QString &proposed, const SaveQuestion &question, FileChosen chosen)
{
    const QFileInfo file(proposed);
    auto *dialog = new QFileDialog(parent, question.title, file.path(), question.kinds);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(question.ending);
    dialog->selectFile(file.fileName());
    openDialog(dialog, std::move(chosen));
}

} // namespace plimsoll
