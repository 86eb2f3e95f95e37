#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "app/tour/Tour.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TourCommand)
};
} // namespace

int runTour(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(Text::tr("“tour” takes one folder for its pictures."));
        return 2;
    }
    Tour tour(arguments.front());
    if (const Result<void> done = tour.run(); !done) {
        printError(done.error().sentence);
        return 1;
    }
    printLine(Text::tr("The tour is over. Pictures, sample, project and export lie in “%1”.").arg(arguments.front()));
    return 0;
}

} // namespace lunkuo
