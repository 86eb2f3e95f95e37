#include "app/CommandLine.h"

int main(int argc, char** argv)
{
    return lunkuo::runLunkuo(argc, argv);
}
