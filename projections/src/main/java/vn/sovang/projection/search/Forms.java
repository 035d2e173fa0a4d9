package vn.sovang.projection.search;

import vn.sovang.vocabulary.Folding;

/// The forms in which texts meet questions. Words stand between spaces, so that a word is found by
/// ` word `.
///
/// @param spelled accents kept, but not where the tone stands
/// @param letters without accents, *sỹ* as *sĩ*
/// @param compact the same without gaps: how numbers are compared
record Forms(String spelled, String letters, String compact) {
    static Forms of(String text) {
        var letters = Folding.searched(text);
        return new Forms(
                " " + Folding.accented(text) + " ", " " + letters + " ", letters.replace(" ", ""));
    }

    boolean isEmpty() {
        return compact.isEmpty();
    }
}
