// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/nearestnames.h"

#include <algorithm>
#include <vector>

namespace plimsoll {
namespace {

constexpr int kLongest = 120; ///< of what was typed: more says nothing and costs time
constexpr double kWorst = 0.5;
constexpr int kAtMost = 3;

/// Runs of letters and digits, lower case; "3.1" stays one word, "8b" too.
std::vector<QString> words(const QString &text)
{
    std::vector<QString> list;
    QString word;
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool point = c == QLatin1Char('.') && !word.isEmpty() && word.back().isDigit() && i + 1 < text.size()
                           && text.at(i + 1).isDigit();
        if (c.isLetterOrNumber() || point) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            list.push_back(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        list.push_back(word);
    return list;
}

int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (int i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.size(); ++j) {
            const int above = row[size_t(j)];
            const int change = diagonal + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            row[size_t(j)] = std::min({above + 1, row[size_t(j) - 1] + 1, change});
            diagonal = above;
        }
    }
    return row.back();
}

QString joined(const std::vector<QString> &list)
{
    QString text;
    for (const QString &word : list)
        text += word;
    return text;
}

double likeness(const QString &a, const QString &b)
{
    const qsizetype longest = std::max(a.size(), b.size());
    return longest == 0 ? 0 : 1.0 - double(editDistance(a, b)) / double(longest);
}

/// How well the best word of `name` matches one typed word.
double wordMatch(const QString &typed, const std::vector<QString> &name)
{
    double best = 0;
    for (const QString &word : name) {
        if (word == typed)
            return 1;
        if (word.startsWith(typed) || (word.size() > 1 && typed.startsWith(word)))
            best = std::max(best, 0.8);
        else if (typed.size() > 3)
            best = std::max(best, likeness(typed, word) >= 0.7 ? 0.7 : 0.0);
    }
    return best;
}

} // namespace

QStringList nearestNames(const QString &typed, const QStringList &known)
{
    struct Candidate {
        double score;
        size_t words;
        double byEdits;
        qsizetype place;
    };
    const QString wanted = typed.left(kLongest).toLower();
    const std::vector<QString> wantedWords = words(wanted);
    const QString wantedJoined = joined(wantedWords);
    std::vector<Candidate> candidates;
    for (qsizetype i = 0; i < known.size(); ++i) {
        const QString name = known.at(i).toLower();
        const std::vector<QString> nameWords = words(name);
        double matched = 0;
        for (const QString &word : wantedWords)
            matched += wordMatch(word, nameWords);
        const double byWords = wantedWords.empty() ? 0 : matched / double(wantedWords.size());
        const QString lastPart = name.mid(name.lastIndexOf(QLatin1Char('/')) + 1);
        // "q4km" is q4_k_m with the separators left out.
        const double byEdits = std::max(
            {likeness(wanted, name), likeness(wanted, lastPart), 0.99 * likeness(wantedJoined, joined(nameWords))});
        const double score = std::max(byWords * 0.98, byEdits);
        if (score >= kWorst)
            candidates.push_back({score, nameWords.size(), byEdits, i});
    }
    const auto better = [](const Candidate &a, const Candidate &b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.words != b.words)
            return a.words < b.words;
        return a.byEdits != b.byEdits ? a.byEdits > b.byEdits : a.place < b.place;
    };
    const size_t count = std::min(candidates.size(), size_t(kAtMost));
    std::partial_sort(candidates.begin(), candidates.begin() + qsizetype(count), candidates.end(), better);
    QStringList names;
    for (size_t i = 0; i < count; ++i)
        names.append(known.at(candidates[i].place));
    return names;
}

} // namespace plimsoll
