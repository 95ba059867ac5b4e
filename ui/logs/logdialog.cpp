// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logdialog.h"

#include "core/logs/logtables.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/problemlabel.h"
#include "ui/documents/droppedfile.h"
#include "ui/logs/lognotes.h"
#include "ui/logs/logview.h"
#include "ui/views/card.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace plimsoll {
LogDialog::LogDialog(const Catalog &catalog, QWidget *parent)
    : QDialog(parent)
    , m_job(new LogJob(this))
    , m_title(new ElidedLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(this))
    , m_problem(new ProblemLabel(this, ThemeColor::WarnMark))
    , m_view(new LogView(catalog, this))
    , m_said(new QLabel(this))
    , m_refusal(new ProblemLabel(this, ThemeColor::WarnMark))
    , m_open(new QPushButton(tr("&Open another log..."), this))
    , m_markdown(new QPushButton(tr("Copy as Mar&kdown"), this))
    , m_csv(new QPushButton(tr("Copy as &CSV"), this))
    , m_calibrate(new QPushButton(this))
    , m_plan(new QPushButton(tr("&Use this plan"), this))
{
    setWindowTitle(tr("Predicted against measured"));
    setAcceptDrops(true);
    arrange();
    connectParts();
    setCalibrated(false);
    showButtons();
}

void LogDialog::arrange()
{
    const int letter = fontMetrics().averageCharWidth();
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(24 * letter);
    m_progress->setAccessibleName(tr("How far the log was read"));
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setMargin(6 * letter);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->hide();
    m_stop->setWhatsThis(tr("Stops the reading, or reads the log again after it was stopped."));
    m_open->setWhatsThis(tr("Reads another start-up log. One can also be dropped here, or pasted."));
    m_markdown->setWhatsThis(tr("Copies the table for a document in Markdown."));
    m_csv->setWhatsThis(tr("Copies the table, with every rank, for a spreadsheet."));
    m_calibrate->setWhatsThis(tr("Keeps by how much this system differs from the prediction, for its GPU, engine and "
                                 "version, and adds it to every answer about such a system from now on. Another press "
                                 "takes it back, and so does Edit > Calibration."));
    m_plan->setWhatsThis(tr("Plans in the window what the log tells: model, formats, engine, options, layout and GPUs. "
                            "One step of undo takes it back."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    for (QPushButton *button : {m_stop, m_open, m_markdown, m_csv, m_calibrate, m_plan, close})
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_progress);
    top->addWidget(m_stop);
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 10, 12, 8);
    inside->addWidget(m_problem, 1);
    inside->addWidget(m_view, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_open);
    bottom->addWidget(m_markdown);
    bottom->addWidget(m_csv);
    bottom->addStretch(1);
    bottom->addWidget(m_calibrate);
    bottom->addWidget(m_plan);
    bottom->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(card, 1);
    column->addWidget(m_said);
    column->addWidget(m_refusal);
    column->addLayout(bottom);
    resize(166 * letter, 42 * fontMetrics().height());

    const QList<QWidget *> order{m_stop,
                                 m_view->startBox(),
                                 m_view->modelBox(),
                                 m_view->gpuBox(),
                                 m_view->list(),
                                 m_open,
                                 m_markdown,
                                 m_csv,
                                 m_calibrate,
                                 m_plan,
                                 close};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void LogDialog::connectParts()
{
    connect(m_job, &LogJob::progressed, this, &LogDialog::showProgress);
    connect(m_job, &LogJob::finished, this, &LogDialog::take);
    connect(m_view, &LogView::answered, this, &LogDialog::showButtons);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job->isRunning())
            stop();
        else if (m_input)
            read(LogInput(*m_input));
    });
    connect(m_open, &QPushButton::clicked, this, &LogDialog::openAsked);
    connect(m_markdown, &QPushButton::clicked, this, [this] {
        if (const LogAnswer *answer = m_view->answer())
            copy(comparisonMarkdown(answer->comparison, m_view->unit(), QLocale()),
                 tr("The table is on the clipboard, in Markdown"));
    });
    connect(m_csv, &QPushButton::clicked, this, [this] {
        if (const LogAnswer *answer = m_view->answer())
            copy(comparisonCsv(answer->comparison, m_view->unit()), tr("The table is on the clipboard, as CSV"));
    });
    connect(m_calibrate, &QPushButton::clicked, this, &LogDialog::calibrateAsked);
    connect(m_plan, &QPushButton::clicked, this, [this] {
        if (const LogAnswer *answer = m_view->answer())
            Q_EMIT planChosen(planFromLog(*answer, m_view->ownPlan()), m_input->name);
    });
}

void LogDialog::read(const LogInput &input)
{
    m_input = input;
    m_read.reset();
    showReading();
    m_job->start(input);
    show();
    raise();
    activateWindow();
}

void LogDialog::continueFrom(LogDialog &previous)
{
    if (!previous.m_input)
        return;
    resize(previous.size());
    if (!previous.m_read) {
        read(*previous.m_input);
        return;
    }
    m_input = previous.m_input;
    take(previous.m_read);
    show();
}

void LogDialog::setPlan(const Plan &own)
{
    m_view->setPlan(own);
}

void LogDialog::setUnit(SizeUnit unit)
{
    m_view->setUnit(unit);
}

void LogDialog::takeCatalog()
{
    m_view->takeCatalog();
}

void LogDialog::showReading()
{
    m_title->setText(tr("Reading %1 ...").arg(m_input->name));
    m_problem->setProblem({});
    m_view->hide();
    m_progress->setRange(0, 0);
    m_progress->show();
    m_stop->setText(tr("S&top"));
    m_stop->show();
    say({});
    showButtons();
    Q_EMIT readingStarted();
}

void LogDialog::showProgress(qint64 bytes, qint64 size)
{
    constexpr int whole = 1000;
    m_progress->setRange(0, size > 0 ? whole : 0);
    m_progress->setValue(size > 0 ? int(bytes * whole / size) : 0);
    m_title->setText(
        tr("Reading %1: %2 so far")
            .arg(m_input->name, QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat)));
}

void LogDialog::stop()
{
    m_job->stop();
    m_title->setText(m_input->name);
    m_progress->hide();
    m_stop->setText(tr("&Read it again"));
    showProblem(tr("The reading was stopped. Nothing of %1 is shown.").arg(m_input->name));
}

void LogDialog::take(const LogRead &read)
{
    m_read = read;
    m_progress->hide();
    m_stop->hide();
    m_title->setText(m_input->name);
    if (!read->ok()) {
        showProblem(tr("%1: %2").arg(m_input->name, read->error().text));
        return;
    }
    const LogReading &reading = read->value();
    if (!canCompare(reading)) {
        showProblem(nothingToCompare(m_input->name, reading));
        return;
    }
    const QString lines = tr("%n line(s)", nullptr, int(reading.lines));
    const QString size = QLocale().formattedDataSize(reading.bytes, 1, QLocale::DataSizeTraditionalFormat);
    m_title->setText(QStringList{m_input->name, lines, size}.join(QStringLiteral(" · ")));
    m_problem->setProblem({});
    m_view->show(std::shared_ptr<const LogReading>(read, &reading));
    m_view->show();
    m_view->list()->setFocus(Qt::OtherFocusReason);
    showButtons();
}

void LogDialog::showProblem(const QString &problem)
{
    m_view->hide();
    m_problem->setProblem(problem);
    showButtons();
}

void LogDialog::showButtons()
{
    const LogAnswer *answer = m_view->isHidden() ? nullptr : m_view->answer();
    const bool hasRows = answer && !answer->comparison.rows.empty();
    const bool hasPlan = answer && answer->answer;
    m_markdown->setEnabled(hasRows);
    m_csv->setEnabled(hasRows);
    m_calibrate->setEnabled(hasPlan);
    m_plan->setEnabled(hasPlan);
    m_plan->setToolTip(hasPlan || !answer ? QString() : tr("The log has no plan that can be estimated"));
}

void LogDialog::copy(const QString &text, const QString &said)
{
    QGuiApplication::clipboard()->setText(text);
    say(said);
}

const LogReading *LogDialog::reading() const
{
    return m_read && m_read->ok() && !m_view->isHidden() ? &m_read->value() : nullptr;
}

void LogDialog::setCalibrated(bool calibrated)
{
    m_calibrate->setText(calibrated ? tr("Take the cali&bration back") : tr("Cali&brate with this log"));
}

void LogDialog::say(const QString &done)
{
    m_refusal->setProblem({});
    m_said->setText(done);
    m_said->setVisible(!done.isEmpty());
    QAccessibleEvent alert(m_said, QAccessible::Alert);
    if (!done.isEmpty())
        QAccessible::updateAccessibility(&alert);
}

void LogDialog::refuse(const QString &why)
{
    say({});
    m_refusal->setProblem(why);
}

/// A reading that nobody waits for any more ends.
void LogDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (m_job->isRunning() && !event->spontaneous())
        stop();
}

void LogDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void LogDialog::dropEvent(QDropEvent *event)
{
    const QString path = droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT fileDropped(path);
}

} // namespace plimsoll
