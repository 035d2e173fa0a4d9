/// Physical items of an award (*hiện vật khen thưởng*): issued, kept, damaged, lost and found,
/// handed in, passed from office to office, given back, withdrawn, destroyed. An award and its
/// items have different lives; some awards have no item at all.
///
/// Which step follows which stands in `vn.sovang.rule.ItemRules`, because signed papers are held
/// against the same rules. Proved by `ArtifactLifeTest`.
@NullMarked
package vn.sovang.artifact;

import org.jspecify.annotations.NullMarked;
