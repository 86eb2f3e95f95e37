#pragma once

#include <QString>
#include <QTest>
#include <Eigen/Core>

namespace lunkuo::test
{

/// Folder of real labelled frames beside the checkout, or empty: then say so with QSKIP.
QString realData();

} // namespace lunkuo::test
