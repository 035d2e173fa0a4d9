package vn.sovang.vocabulary;

import org.jspecify.annotations.Nullable;

/// Who keeps an item from a day on (*người giữ hiện vật*): not its owner, and not whoever asks for
/// a new one. Families keep and display what the dead received (Luật Thi đua, khen thưởng 2022 Điều
/// 86.2, 87.2).
///
/// @param name absent if unknown, or if the recipient keeps it
/// @param address where the item is
public record Keeper(KeeperRelation relation, @Nullable Sealed name, @Nullable Sealed address) {}
