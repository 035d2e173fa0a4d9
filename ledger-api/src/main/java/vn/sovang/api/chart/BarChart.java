package vn.sovang.api.chart;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.VietnameseFormat;

/// Horizontal bars in groups (*biểu đồ thanh*). The axis begins at zero; each bar bears its figure
/// and its name, and a pattern of its own, so that nothing is told by colour alone.
///
/// @param id of the picture in its page; ids of its parts begin with it
/// @param description what a reader who does not see it must know: what is counted, and where the
///   same figures stand as a table
public record BarChart(String id, String title, String description, List<Group> groups) {
    /// Bars that are compared first.
    public record Group(String label, List<Bar> bars) {
        public Group {
            bars = List.copyOf(bars);
        }
    }

    /// One bar.
    ///
    /// @param name such as `cá nhân`; bars of one name stand at one place of their groups
    /// @param value what it counts; below zero there is no bar, only the figure
    /// @param address of what is behind it; null for none
    public record Bar(String name, long value, @Nullable String address) {}

    private static final int WIDTH = 460;

    /// The longest bar; beside it stand its figure and its name.
    private static final int PLOT = 260;

    private static final int LEFT = 4;
    private static final int TOP = 10;
    private static final int LABEL = 24;
    private static final int BAR = 18;
    private static final int STEP = 24;
    private static final int BETWEEN = 10;
    private static final int AXIS = 26;
    private static final int MAX_TICKS = 4;
    private static final int PATTERNS = 3;

    public BarChart {
        groups = List.copyOf(groups);
    }

    /// The picture as an element of a page.
    ///
    /// @param locale of its numbers
    public String svg(Locale locale) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new Drawing(xml, locale).draw();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
    }

    /// Distance of two lines of the axis: 1, 2 or 5 times a power of ten, at most four of them.
    static long tick(long most) {
        long power = 1;
        while (true) {
            for (int digit : new int[] {1, 2, 5}) {
                long tick = digit * power;
                if (tick * MAX_TICKS >= most) {
                    return tick;
                }
            }
            power *= 10;
        }
    }

    private long most() {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .mapToLong(Bar::value)
                .max()
                .orElse(0);
    }

    private int height() {
        int bars = groups.stream().mapToInt(group -> group.bars().size()).sum();
        return TOP + groups.size() * (LABEL + BETWEEN) + bars * STEP + AXIS;
    }

    /// Writes one picture.
    private final class Drawing {
        private final XMLStreamWriter xml;
        private final Locale locale;
        private final VietnameseFormat format = new VietnameseFormat();
        private final long tick = tick(Math.max(1, most()));
        private final long end = Math.ceilDiv(Math.max(1, most()), tick) * tick;

        Drawing(XMLStreamWriter xml, Locale locale) {
            this.xml = xml;
            this.locale = locale;
        }

        void draw() throws XMLStreamException {
            xml.writeStartElement("svg");
            xml.writeAttribute("xmlns", "http://www.w3.org/2000/svg");
            xml.writeAttribute("class", "chart");
            xml.writeAttribute("id", id);
            xml.writeAttribute("viewBox", "0 0 " + WIDTH + " " + height());
            xml.writeAttribute("role", "group");
            xml.writeAttribute("aria-labelledby", id + "-title");
            xml.writeAttribute("aria-describedby", id + "-desc");
            named("title", id + "-title", title);
            named("desc", id + "-desc", description);
            patterns();
            axis();
            int y = TOP;
            for (var group : groups) {
                text("group", LEFT + 6, y + 14, "start", group.label());
                y += LABEL;
                for (int i = 0; i < group.bars().size(); i++) {
                    bar(group, i, y);
                    y += STEP;
                }
                y += BETWEEN;
            }
            xml.writeEndElement();
        }

        private void named(String element, String name, String content) throws XMLStreamException {
            xml.writeStartElement(element);
            xml.writeAttribute("id", name);
            xml.writeCharacters(content);
            xml.writeEndElement();
        }

        /// Solid, hatched, dotted: they survive a copying machine.
        private void patterns() throws XMLStreamException {
            xml.writeStartElement("defs");
            pattern(1, "M0 8L8 0M-2 2L2 -2M6 10L10 6", "hatch");
            pattern(2, "M2 2h2v2h-2zM6 6h2v2h-2z", "dots");
            xml.writeEndElement();
        }

        private void pattern(int number, String path, String style) throws XMLStreamException {
            xml.writeStartElement("pattern");
            xml.writeAttribute("id", id + "-p" + number);
            xml.writeAttribute("width", "8");
            xml.writeAttribute("height", "8");
            xml.writeAttribute("patternUnits", "userSpaceOnUse");
            xml.writeEmptyElement("rect");
            xml.writeAttribute("class", "ground");
            xml.writeAttribute("width", "8");
            xml.writeAttribute("height", "8");
            xml.writeEmptyElement("path");
            xml.writeAttribute("class", style);
            xml.writeAttribute("d", path);
            xml.writeEndElement();
        }

        private void axis() throws XMLStreamException {
            int bottom = height() - AXIS;
            for (long at = 0; at <= end; at += tick) {
                int x = x(at);
                xml.writeEmptyElement("path");
                xml.writeAttribute("class", at == 0 ? "zero" : "grid");
                xml.writeAttribute("d", "M%d %dV%d".formatted(x, TOP, bottom));
                var anchor = at == 0 ? "start" : "middle";
                text("tick", x, bottom + 18, anchor, format.number(at, locale));
            }
        }

        private int x(long value) {
            return LEFT + (int) Math.round((double) PLOT * Math.max(0, value) / end);
        }

        private void bar(Group group, int number, int y) throws XMLStreamException {
            var bar = group.bars().get(number);
            var figure = format.number(bar.value(), locale);
            var address = bar.value() == 0 ? null : bar.address();
            if (address != null) {
                xml.writeStartElement("a");
                xml.writeAttribute("href", address);
                xml.writeAttribute("aria-label", group.label() + ", " + bar.name() + ": " + figure);
            }
            int x = x(bar.value());
            xml.writeEmptyElement("rect");
            int pattern = number % PATTERNS;
            xml.writeAttribute("class", pattern == 0 ? "bar solid" : "bar");
            if (pattern != 0) {
                xml.writeAttribute("fill", "url(#" + id + "-p" + pattern + ")");
            }
            xml.writeAttribute("x", Integer.toString(LEFT));
            xml.writeAttribute("y", Integer.toString(y));
            xml.writeAttribute("width", Integer.toString(x - LEFT));
            xml.writeAttribute("height", Integer.toString(BAR));
            text("value", x + 6, y + 14, "start", bar.name() + ": " + figure);
            if (address != null) {
                xml.writeEndElement();
            }
        }

        private void text(String style, int x, int y, String anchor, String content)
                throws XMLStreamException {
            xml.writeStartElement("text");
            xml.writeAttribute("class", style);
            xml.writeAttribute("x", Integer.toString(x));
            xml.writeAttribute("y", Integer.toString(y));
            xml.writeAttribute("text-anchor", anchor);
            xml.writeCharacters(content);
            xml.writeEndElement();
        }
    }
}
