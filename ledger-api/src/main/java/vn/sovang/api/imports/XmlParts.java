package vn.sovang.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The XML parts of a workbook, read with neither document types nor external entities. Scans all
/// sheets; every other part only has to be well-formed.
final class XmlParts {
    private static final String RELATIONSHIPS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final ZipFile zip;
    private final XMLInputFactory factory = factory();

    XmlParts(ZipFile zip) {
        this.zip = zip;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /// One scan for each sheet, by the sheet's name.
    ///
    /// @throws UnreadableBook if a part is missing, malformed or too large
    Map<String, SheetScan> scans() throws UnreadableBook {
        try {
            var iterator = zip.stream().iterator();
            while (iterator.hasNext()) {
                checkWellFormed(iterator.next());
            }
            return scanSheets();
        } catch (XMLStreamException | IOException | RuntimeException e) {
            throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
        }
    }

    private void checkWellFormed(ZipEntry part)
            throws UnreadableBook, XMLStreamException, IOException {
        var name = part.getName().toLowerCase(Locale.ROOT);
        if (name.startsWith("xl/worksheets/sheet")
                || !(name.endsWith(".xml") || name.endsWith(".rels"))) {
            return;
        }
        try (var in = zip.getInputStream(part)) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.DTD) {
                    throw new UnreadableBook(ProblemCode.HAS_DOCTYPE);
                }
            }
        }
    }

    private Map<String, SheetScan> scanSheets()
            throws UnreadableBook, XMLStreamException, IOException {
        var workbook = partOf("spreadsheetml.sheet.main+xml");
        if (workbook == null) {
            workbook = "xl/workbook.xml";
        }
        int strings = countStrings(partOf("spreadsheetml.sharedStrings+xml"));
        var targets = targets(workbook);
        var scans = new HashMap<String, SheetScan>();
        try (var in = open(workbook)) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sheet")) {
                    var name = xml.getAttributeValue(null, "name");
                    var target = targets.get(xml.getAttributeValue(RELATIONSHIPS, "id"));
                    if (name == null || target == null || scans.containsKey(name)) {
                        throw new UnreadableBook(ProblemCode.FILE_DAMAGED);
                    }
                    scans.put(name, scan(target, name, strings));
                }
            }
        }
        return scans;
    }

    private SheetScan scan(String target, String name, int strings)
            throws UnreadableBook, XMLStreamException, IOException {
        try (var in = open(target)) {
            return SheetScan.of(factory.createXMLStreamReader(in), name, strings);
        }
    }

    private int countStrings(@Nullable String part)
            throws UnreadableBook, XMLStreamException, IOException {
        if (part == null) {
            return 0;
        }
        int strings = 0;
        try (var in = open(part)) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    strings++;
                }
            }
        }
        return strings;
    }

    private @Nullable String partOf(String contentType)
            throws UnreadableBook, XMLStreamException, IOException {
        try (var in = open("[Content_Types].xml")) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    var type = xml.getAttributeValue(null, "ContentType");
                    var part = xml.getAttributeValue(null, "PartName");
                    if (type != null && part != null && type.endsWith(contentType)) {
                        return part.startsWith("/") ? part.substring(1) : part;
                    }
                }
            }
        }
        return null;
    }

    private Map<@Nullable String, String> targets(String workbook)
            throws UnreadableBook, XMLStreamException, IOException {
        int slash = workbook.lastIndexOf('/') + 1;
        var folder = workbook.substring(0, slash);
        var targets = new HashMap<@Nullable String, String>();
        try (var in = open(folder + "_rels/" + workbook.substring(slash) + ".rels")) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    var target = xml.getAttributeValue(null, "Target");
                    var id = xml.getAttributeValue(null, "Id");
                    if (target != null && id != null) {
                        targets.put(
                                id, target.startsWith("/") ? target.substring(1) : folder + target);
                    }
                }
            }
        }
        return targets;
    }

    private InputStream open(String name) throws UnreadableBook, IOException {
        var entry =
                zip.stream()
                        .filter(e -> e.getName().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new UnreadableBook(ProblemCode.FILE_DAMAGED));
        return zip.getInputStream(entry);
    }
}
