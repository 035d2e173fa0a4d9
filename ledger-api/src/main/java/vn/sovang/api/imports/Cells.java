package vn.sovang.api.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.imports.Cell.Broken;
import vn.sovang.api.imports.Cell.Day;
import vn.sovang.api.imports.Cell.Words;

/// The reader's cells as ours: text, or a date where the cell is formatted as one.
final class Cells {
    /// ECMA-376 part 1, 18.8.30: formats that are dates without saying so, East Asian ones
    /// included.
    private static final Set<Integer> DATE_FORMATS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final Pattern DATE_LETTER = Pattern.compile("[dDyY]");

    /// Excel's last day, 9999-12-31.
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    /// Excel keeps 15; more come from no keyboard.
    private static final int MAX_DIGITS = 40;

    /// How Excel writes a carriage return and a line feed inside a text (ECMA-376, ST_Xstring).
    private static final Pattern ESCAPED_LINE_END = Pattern.compile("_x000[dDaA]_");

    private Cells() {}

    static Optional<Cell> read(org.dhatim.fastexcel.reader.Cell cell) {
        var value = cell.getValue();
        if (cell.getType() == CellType.ERROR) {
            return Optional.of(new Broken(shown(cell), ProblemCode.CELL_ERROR));
        }
        if (value == null) {
            return cell.getFormula() == null
                    ? Optional.empty()
                    : Optional.of(new Broken("", ProblemCode.FORMULA_WITHOUT_VALUE));
        }
        if (value instanceof BigDecimal number) {
            return Optional.of(isDay(cell, number) ? day(cell) : new Words(plain(number)));
        }
        return words(value.toString());
    }

    static boolean hasFormula(Row row) {
        return row.stream().anyMatch(cell -> cell != null && cell.getFormula() != null);
    }

    private static String shown(org.dhatim.fastexcel.reader.Cell cell) {
        var raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private static Cell day(org.dhatim.fastexcel.reader.Cell cell) {
        return new Day(cell.asDate().toLocalDate());
    }

    private static boolean isDay(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
        return isDateFormat(cell.getDataFormatId(), cell.getDataFormatString())
                && number.signum() > 0
                && number.compareTo(LAST_DAY) <= 0;
    }

    static boolean isDateFormat(@Nullable Integer id, @Nullable String format) {
        if (id != null && DATE_FORMATS.contains(id)) {
            return true;
        }
        return format != null
                && DATE_LETTER.matcher(NOT_FORMAT.matcher(format).replaceAll("")).find();
    }

    /// `7.9E+10` is an identity number that Excel took for a quantity; `1E+999999` would fill the
    /// memory with zeros.
    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        return Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS
                        || number.scale() > MAX_DIGITS
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<Cell> words(String raw) {
        var text =
                Normalizer.normalize(
                        ESCAPED_LINE_END.matcher(raw).replaceAll(" "), Normalizer.Form.NFC);
        return text.codePoints().allMatch(Cells::isSpace)
                ? Optional.empty()
                : Optional.of(new Words(text));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
