#include "app/CommandLine.h"
#include "model/base/Caught.h"

int main(int argc, char** argv)
{
    try {
        return lunkuo::runLunkuo(argc, argv);
    } catch (...) {
        lunkuo::printError(lunkuo::caughtError().sentence);
        return 1;
    }
}
