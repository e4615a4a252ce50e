package dev.dockhand.hardware.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.Gtin;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Many of the addresses are those that GS1's syntax engine (Apache-2.0) tests itself with. */
class DigitalLinkParserTest {

    private static final ApplicationIdentifiers TABLE = ApplicationIdentifiers.load();
    private final DigitalLinkParser parser = new DigitalLinkParser(
            TABLE, new Gs1Parser(TABLE, InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "http://a/00/006141411234567890 (00)006141411234567890",
                "HTTPS://a/00/006141411234567890 (00)006141411234567890",
                "https://xn--fsq.xn--0zwm56d/01/12312312312333 (01)12312312312333",
                "https://a.:65535/01/12312312312333 (01)12312312312333",
                "https://[2001:db8::1]/01/12312312312333 (01)12312312312333",
                "https://a/more/stem/00/006141411234567890 (00)006141411234567890",
                "https://a/00/faux/00/006141411234567890 (00)006141411234567890",
                "https://a/01/2112345678900 (01)02112345678900",
                "https://a/01/416000336108 (01)00416000336108",
                "https://a/01/02345673 (01)00000002345673",
                "https://a/8004/9520614141234567?01=2112345678900 (8004)9520614141234567(01)02112345678900",
                "https://a/01/12312312312333/22/TEST/10/ABC/21/XYZ (01)12312312312333(22)TEST(10)ABC(21)XYZ",
                "https://a/01/12312312312333/235/TEST (01)12312312312333(235)TEST",
                "https://a/253/1231231231232TEST5678901234567 (253)1231231231232TEST5678901234567",
                "https://a/8018/123456789012345675/8019/123 (8018)123456789012345675(8019)123",
                "https://a/stem/00/006141411234567890? (00)006141411234567890",
                "https://a/stem/401/12345678?99=ABC (401)12345678(99)ABC",
                "https://a/01/12312312312333?&&&99=ABC&&&&&&98=XYZ&&& (01)12312312312333(99)ABC(98)XYZ",
                "https://a/01/12312312312333?unknown=666&99=ABC&one&98=XYZ (01)12312312312333(99)ABC(98)XYZ",
                "https://a/01/12312312312333/22/ABC%2d123?98=XYZ%2f987 (01)12312312312333(22)ABC-123(98)XYZ/987",
                "https://a/01/12312312312333/22/ABC+123 (01)12312312312333(22)ABC+123",
                "https://a/01/12312312312333/22/test/10/abc/21/xyz#part (01)12312312312333(22)test(10)abc(21)xyz",
                "https://id.gs1.org/01/09521234543213/10/ABC123/21/12345 (01)09521234543213(10)ABC123(21)12345",
                "https://id.gs1.org/01/09520123456788?3103=000195 (01)09520123456788(3103)000195",
                "https://id.gs1.org/414/9520123456788/254/32a%2Fb (414)9520123456788(254)32a/b",
                "https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123 (01)09520123456788(235)XYZ(10)ABC123",
            })
    void readsAddresses(String address, String fields) {
        assertThat(parser.parse(address)).isInstanceOf(Gs1.class).hasToString(fields);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "ftp:// LINK_FORM",
                "http:// LINK_FORM",
                "http:/// LINK_FORM",
                "http://a LINK_FORM",
                "http://a/ LINK_KEY",
                "http://a/b LINK_KEY",
                "http://a/b/ LINK_KEY",
                "https://00/006141411234567890 LINK_KEY",
                "https://$a/00/006141411234567890 LINK_FORM",
                "https://a/01/12312312312333<bad LINK_FORM",
                "https://a/01/12312312312333\\bad LINK_FORM",
                "https://a/gtin/12312312312333 LINK_KEY",
                "https://a/253/1231231231232TEST56789012345678 TOO_LONG",
                "https://a/01/12312312312333?99= NO_VALUE",
                "https://a/01/12312312312333?99=ABC&999=faux UNKNOWN_IDENTIFIER",
                "https://a/01/12312312312333?=ABC UNKNOWN_IDENTIFIER",
                "https://a/01/12312312312333?98=XYZ+987 WRONG_CHARACTER",
                "https://a/01/12312312312333?99=ABC%00DEF WRONG_CHARACTER",
                "https://a/01/1231231231233%003 NOT_A_DIGIT",
                "https://a/01//12312312312333 LINK_KEY",
                "https://example.com/01/09520123456788?10=ABC123 LINK_QUERY",
                "https://a/01/12312312312333/10/ABC/22/TEST LINK_ORDER",
                "https://a/01/12312312312333/22/TEST/235/ABC LINK_ORDER",
                "https://id.gs1.org/01/09520123456788/10/ABC123?99=X&01=09520123456788 REPEATED",
                "https://id.gs1.org/01/09520123456788/10/ABC123?99=X&99=X REPEATED",
                "https://example.com/01/09520123456788/89/ABC123?99=XYZ LINK_ORDER",
                "https://example.com/01/09520123456788/10/ LINK_ORDER",
                "https://example.com/01/09520123456780 CHECK_DIGIT",
                "https://example.com/01/09520123456788?17=261301 DATE",
            })
    void refusesWithAReason(String address, Gs1Reason reason) {
        Gs1Result result = parser.parse(address);
        assertThat(result).isInstanceOf(Gs1Failure.class);
        assertThat(((Gs1Failure) result).reason()).isEqualTo(reason);
    }

    @Test
    void givesTheSameFieldsAsAnElementString() {
        Gs1 link = (Gs1) parser.parse("https://shop.example/p/01/9521234543213/10/L%2F1/21/7?17=261200");
        assertThat(link.gtin()).contains(new Gtin("09521234543213"));
        assertThat(link.lot()).contains("L/1");
        assertThat(link.serial()).contains("7");
        assertThat(link.expiry()).contains(LocalDate.of(2026, 12, 31));
        assertThat(link.elementString(TABLE)).isEqualTo("010952123454321310L/1\u001d217\u001d17261200");
    }

    @Test
    void everyPrimaryKeyMayStartAPath() {
        assertThat(TABLE.all().stream().filter(ApplicationIdentifier::linkKey).map(ApplicationIdentifier::code))
                .containsExactlyInAnyOrder(
                        "00", "01", "253", "255", "401", "402", "414", "415", "417", "8003", "8004", "8006", "8010",
                        "8013", "8017", "8018");
    }

    @Test
    void boundsWhatItReads() {
        assertThat(((Gs1Failure) parser.parse("https://a/" + "b/".repeat(4000))).reason())
                .isEqualTo(Gs1Reason.SCAN_TOO_LONG);
        assertThat(((Gs1Failure) parser.parse("https://a/01/09520123456788?" + "a=1&".repeat(100))).reason())
                .isEqualTo(Gs1Reason.TOO_MANY_FIELDS);
    }

    static List<ApplicationIdentifier> primaryKeys() {
        return TABLE.all().stream().filter(ApplicationIdentifier::linkKey).toList();
    }

    @ParameterizedTest
    @MethodSource("primaryKeys")
    void everyPrimaryKeyIsReadWithEachOfItsQualifiersAndAttributes(ApplicationIdentifier key) {
        Random random = new Random(20261123);
        List<List<String>> sequences = new ArrayList<>(key.qualifiers());
        sequences.add(List.of());
        for (List<String> qualifiers : sequences) {
            for (int i = 0; i < 50; i++) {
                List<Gs1.Element> path = new ArrayList<>();
                path.add(new Gs1.Element(key.code(), RandomGs1.value(key.code(), random)));
                for (String qualifier : qualifiers) {
                    path.add(new Gs1.Element(qualifier, RandomGs1.value(qualifier, random)));
                }
                Gs1.Element attribute = new Gs1.Element("99", RandomGs1.value("99", random));
                String address = "https://id.gs1.org"
                        + path.stream()
                                .map(element -> "/" + element.ai() + "/" + encoded(element.value()))
                                .collect(Collectors.joining())
                        + "?" + attribute.ai() + "=" + encoded(attribute.value());
                path.add(attribute);
                Gs1Result result = parser.parse(address);
                assertThat(result).as(address).isInstanceOf(Gs1.class);
                assertThat(((Gs1) result).elements()).as(address).isEqualTo(path);
            }
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.US_ASCII).replace("+", "%20");
    }
}
