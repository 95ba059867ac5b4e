// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/loglines.h"
#include "core/logs/logreading.h"
#include "core/result.h"

#include <QByteArrayView>

#include <functional>
#include <memory>

class QIODevice;

namespace plimsoll {

/// Reads the start-up log of vLLM, SGLang, llama.cpp, Ollama or TensorRT-LLM piece by piece, in bounded memory,
/// whatever the bytes are.
class LogReader
{
public:
    LogReader();
    ~LogReader();

    void feed(QByteArrayView bytes);
    /// Ends the log. The reader is used up.
    LogReading finish();

private:
    class Matcher;
    std::unique_ptr<Matcher> m_matcher;
    LogLines m_lines;
    qint64 m_bytes = 0;
};

/// Called with the bytes read so far; false stops the reading.
using LogProgress = std::function<bool(qint64 bytes)>;

/// Reads a device to its end. Errors, of kind File: "cannot-read", "stopped".
Result<LogReading> readLog(QIODevice &device, const LogProgress &progress = {});

} // namespace plimsoll
