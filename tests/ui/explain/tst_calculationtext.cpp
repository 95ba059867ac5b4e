// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/explain/calculationtext.h"
#include "tests/core/resolvedplan.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

using namespace plimsoll;
using Kind = CalculationBlock::Kind;

namespace {

/// Everything that a text could be mistaken for markup by.
const QString kHostile = QStringLiteral("a_b * 50 % & #1 {x} [y] <z> ^ ~ $m$ \\n `c` | 1_2_3 \u00d7 \u03a3 \"q\"");

Calculation hostile()
{
    Calculation blocks;
    for (Kind kind : {Kind::Title, Kind::Heading, Kind::Item, Kind::Step, Kind::Step, Kind::Formula, Kind::Line,
                      Kind::Strong, Kind::Point, Kind::Point, Kind::Source}) {
        CalculationBlock block;
        block.kind = kind;
        block.text = kHostile;
        if (kind == Kind::Step) {
            block.size = QStringLiteral("\u2212 3.00 GiB");
            block.total = QStringLiteral("15.0 GiB");
        }
        blocks.push_back(block);
    }
    for (const QString &text : {QStringLiteral("- no point"), QStringLiteral("+ neither"),
                                QStringLiteral("12. no number"), QStringLiteral("[optional] argument")}) {
        CalculationBlock block;
        block.text = text;
        blocks.push_back(block);
        block.kind = Kind::Point;
        blocks.push_back(block);
    }
    return blocks;
}

/// LaTeX without what is escaped: what is left of its own signs is markup.
QString withoutEscapes(QString text)
{
    static const QRegularExpression escapes(QStringLiteral("\\\\[\\\\{}$&#%_]"));
    return text.remove(escapes);
}

} // namespace

class CalculationTextTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();

    Calculation serving()
    {
        Plan plan = test::planOn("meta-llama/Llama-3.1-70B-Instruct", "vllm@0.19", "nvidia-h100-sxm-80gb", 4);
        plan.contextLength = 32768;
        plan.sequences = 8;
        const ResolvedPlan resolved = test::resolvedPlan(plan, m_catalog);
        return calculation(resolved, estimate(resolved), compare(resolved), SizeUnit::GiB);
    }

private Q_SLOTS:
    void partsInOrder()
    {
        const QString text = plainText(serving());
        qsizetype at = 0;
        for (const char *part :
             {"Llama 3.1 70B Instruct", "The rule of thumb", "M = P \u00d7 Q/8 \u00d7 1.2", "70,553,706,496",
              "step by step", "Rule of thumb", "Without the flat 20 %", "Exact parameters", "KV cache",
              "The answer by the rules of vLLM 0.19", "Weights: ", "Source: ", "KV cache: ", "The sum", "Fits on"}) {
            const qsizetype found = text.indexOf(QString::fromUtf8(part), at);
            QVERIFY2(found >= 0, part);
            at = found;
        }
        QVERIFY(text.endsWith(QLatin1Char('\n')));
    }

    void theSameGivesTheSame()
    {
        QCOMPARE(markdown(serving()), markdown(serving()));
        QCOMPARE(latex(serving()), latex(serving()));
    }

    /// Qt's own reader of Markdown shows every text as it was.
    void markdownIsReadBack()
    {
        for (const Calculation &blocks : {hostile(), serving()}) {
            QTextDocument document;
            document.setMarkdown(markdown(blocks), QTextDocument::MarkdownDialectGitHub);
            QStringList paragraphs;
            for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
                paragraphs += block.text();
            for (const CalculationBlock &block : blocks) {
                const QString simple = block.text.simplified();
                const bool found = std::any_of(paragraphs.begin(), paragraphs.end(), [&](const QString &paragraph) {
                    return paragraph.simplified().contains(simple);
                });
                QVERIFY2(found, qPrintable(simple + QLatin1String("\n---\n") + paragraphs.join(QLatin1Char('\n'))));
            }
        }
    }

    void markdownHasATable()
    {
        const Calculation blocks = serving();
        QTextDocument document;
        document.setMarkdown(markdown(blocks), QTextDocument::MarkdownDialectGitHub);
        const QTextTable *table = nullptr;
        for (QTextFrame *frame : document.rootFrame()->childFrames()) {
            if (auto *found = qobject_cast<QTextTable *>(frame))
                table = found;
        }
        QVERIFY(table);
        const auto steps = std::count_if(blocks.begin(), blocks.end(),
                                         [](const CalculationBlock &block) { return block.kind == Kind::Step; });
        QCOMPARE(table->rows(), int(steps) + 1);
        QCOMPARE(table->columns(), 3);
    }

    void latexIsBalanced()
    {
        for (const Calculation &blocks : {hostile(), serving()}) {
            const QString text = latex(blocks);
            QStringList open;
            static const QRegularExpression environment(QStringLiteral("\\\\(begin|end)\\{(\\w+)\\}"));
            for (auto each = environment.globalMatch(text); each.hasNext();) {
                const QRegularExpressionMatch match = each.next();
                if (match.captured(1) == QLatin1String("begin"))
                    open += match.captured(2);
                else
                    QCOMPARE(open.isEmpty() ? QString() : open.takeLast(), match.captured(2));
            }
            QVERIFY(open.isEmpty());
            const QString bare = withoutEscapes(text);
            QCOMPARE(bare.count(QLatin1Char('{')), bare.count(QLatin1Char('}')));
            QCOMPARE(bare.count(QLatin1Char('$')) % 2, 0);
            for (QChar reserved : QStringLiteral("#%_^~<>|\"\u00d7\u03a3\u2212")) {
                QString outside = bare;
                outside.remove(QRegularExpression(QStringLiteral("\\$[^$]*\\$")));
                if (reserved != QLatin1Char('~'))
                    QVERIFY2(!outside.contains(reserved), qPrintable(QString(reserved)));
            }
            // Ampersands stand in the rows of the table alone, two in each.
            for (const QString &line : bare.split(QLatin1Char('\n')))
                QVERIFY2(line.count(QLatin1Char('&')) == 0 || line.count(QLatin1Char('&')) == 2, qPrintable(line));
        }
    }

    void latexCompiles()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("pdflatex"));
        if (program.isEmpty())
            return; // latexIsBalanced() is all there is then
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("page.tex")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QStringLiteral("\\documentclass{article}\n\\begin{document}\n%1%2\\end{document}\n")
                       .arg(latex(hostile()), latex(serving()))
                       .toUtf8());
        file.close();
        QProcess latexProgram;
        latexProgram.setWorkingDirectory(folder.path());
        latexProgram.start(program, {QStringLiteral("-halt-on-error"), QStringLiteral("page.tex")});
        QVERIFY(latexProgram.waitForFinished());
        QVERIFY2(latexProgram.exitCode() == 0, latexProgram.readAllStandardOutput().constData());
    }

    void changesHaveTheirSign()
    {
        QCOMPARE(formatChange(Bytes::fromGiB(15), SizeUnit::GiB), QStringLiteral("+ 15.0 GiB"));
        QCOMPARE(formatChange(Bytes::fromGiB(-3), SizeUnit::GiB), QStringLiteral("\u2212 3.00 GiB"));
        QCOMPARE(formatChange(Bytes(), SizeUnit::GB), QStringLiteral("\u00b1 0.0 GB"));
    }
};

QTEST_MAIN(CalculationTextTest)
#include "tst_calculationtext.moc"
