#pragma once

#include "app/Desk.h"
#include "model/synth/SampleWriter.h"

namespace lunkuo
{

/// Where the data of the sample are, or will be.
QString sampleFolder();

/// Opens the sample project. Where its data have not been simulated yet, that comes first, with a dialog over `parent`
/// that tells how far it is; when the person cancels it, nothing is opened, and that is no error.
Result<void> openSample(Desk& desk, QWidget* parent, const synth::SampleOptions& options = {});

} // namespace lunkuo
