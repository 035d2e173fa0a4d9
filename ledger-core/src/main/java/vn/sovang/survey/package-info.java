/// Survey campaigns of artifacts in people's hands (*khảo sát hiện vật khen thưởng*).
@NullMarked
package vn.sovang.survey;

import org.jspecify.annotations.NullMarked;
