// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/documentwriter.h"
#include "core/report/planreport.h"

#include <QString>

namespace plimsoll {

enum class ReportFormat : quint8 { Html, Markdown, Pdf };

/// By the ending of a file's name; nothing for any other.
std::optional<ReportFormat> reportFormatOf(const QString &path);

/// Puts the report on these plans into a file; one in Markdown has its figures in files beside it, named like it. False
/// where one of them could not be written.
bool putReport(DocumentWriter &writer, const QString &path, std::vector<ReportedPlan> plans, const Catalog &catalog,
               SizeUnit unit);

} // namespace plimsoll
