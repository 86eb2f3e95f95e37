#include "model/tools/Tool.h"

#include "model/document/FollowedTrack.h"

namespace lunkuo
{

bool giveUp(ToolContext& context)
{
    const bool isFollowing = context.followed && context.followed->id().isValid();
    if (!isFollowing && !context.selection.shape().isValid())
        return false;
    if (isFollowing)
        context.followed->follow({});
    context.selection.setShape({});
    return true;
}

} // namespace lunkuo
