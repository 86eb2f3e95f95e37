#pragma once

#include <Qt>
#include <Eigen/Core>

namespace lunkuo
{

// The keys that tools and views read themselves: the one table of them, which no action may have a key from.

/// Whether tools are given the key, with whichever of its modifiers.
bool isToolKey(int key);
/// Whether the key and these modifiers mean something to a tool.
bool isToolKey(int key, Qt::KeyboardModifiers modifiers);
/// Where the key flies: to the right, up, ahead; zero for all other keys.
Eigen::Vector3d flightOf(int key);
/// Whether the key and these modifiers fly.
bool isFlightKey(int key, Qt::KeyboardModifiers modifiers);

} // namespace lunkuo
