package dev.dockhand.server.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dockhand.model.id.PictureId;
import dev.dockhand.server.picture.BadPictureException.Reason;
import java.awt.Color;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    private static Reason refused(byte[] bytes) {
        return Objects.requireNonNull(catchThrowableOfType(BadPictureException.class, () -> Picture.read(bytes)))
                .reason();
    }

    @Test
    void whatItIsIsToldByItsBytes() throws Exception {
        assertThat(Picture.read(TestPictures.png(30, 20, Color.RED)))
                .returns("image/png", Picture::mediaType)
                .returns(30, Picture::width)
                .returns(20, Picture::height);
        assertThat(Picture.read(TestPictures.jpeg(31, 21, Color.BLUE)))
                .returns("image/jpeg", Picture::mediaType)
                .returns(31, Picture::width)
                .returns(21, Picture::height);
    }

    @Test
    void whatIsNoPictureIsRefusedByName() throws Exception {
        assertThat(refused(new byte[0])).isEqualTo(Reason.PICTURE_KIND);
        assertThat(refused("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.PICTURE_KIND);
        assertThat(refused("GIF89a".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.PICTURE_KIND);
        assertThat(refused(new byte[PictureId.LARGEST + 1])).isEqualTo(Reason.PICTURE_TOO_LARGE);
        assertThat(refused(TestPictures.png(4097, 1, Color.RED))).isEqualTo(Reason.PICTURE_TOO_LARGE);
        assertThat(refused(TestPictures.jpeg(4000, 3001, Color.RED))).isEqualTo(Reason.PICTURE_TOO_LARGE);
    }

    @Test
    void aPictureThatIsCutOrDamagedIsRefusedWhereverItIs() throws Exception {
        for (byte[] whole :
                new byte[][] {TestPictures.png(40, 40, Color.GREEN), TestPictures.jpeg(40, 40, Color.GREEN)}) {
            for (int length = 3; length < whole.length - 1; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThat(catchThrowableOfType(BadPictureException.class, () -> Picture.read(cut)))
                        .as("cut at %d of %d", length, whole.length)
                        .isNotNull();
            }
        }
        byte[] png = TestPictures.png(40, 40, Color.GREEN);
        png[20] ^= 1;
        assertThat(refused(png)).isEqualTo(Reason.PICTURE_DAMAGED);
    }

    @Test
    void printingColoursAreRefusedSinceScreensDrawThemWrongly() throws Exception {
        byte[] jpeg = TestPictures.jpeg(16, 16, Color.RED);
        for (int at = 2; at < jpeg.length - 10; at++) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xC0) {
                jpeg[at + 9] = 4;
                break;
            }
        }
        assertThat(refused(jpeg)).isEqualTo(Reason.PICTURE_CMYK);
    }

    /** Whatever comes in, it ends as a picture or as a reason. */
    @Test
    void noGarbageDoesAnythingElse() throws Exception {
        byte[][] wholes = {TestPictures.png(40, 40, Color.GREEN), TestPictures.jpeg(40, 40, Color.GREEN)};
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = wholes[seed % 2].clone();
            for (int change = 0; change <= seed % 5; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Picture.read(bytes).width()).as("seed %d", seed).isBetween(1, 4096);
            } catch (BadPictureException e) {
                assertThat(e.reason()).as("seed %d", seed).isNotNull();
            }
        }
    }

    @Test
    void aSourceIsAnAddressOrTheNameOfAFile() {
        assertThat(new PictureSource(" Cream 1.PNG ").value()).isEqualTo("cream 1.png");
        assertThat(new PictureSource("https://shop.example/사진/1.jpg").value())
                .isEqualTo("https://shop.example/%EC%82%AC%EC%A7%84/1.jpg");
        assertThat(new PictureSource("https://shop.example/1.jpg?key=geheim"))
                .hasToString("https://shop.example/1.jpg?…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://shop.example/1.png",
                "file:///etc/passwd",
                "https://me:geheim@shop.example/1.png",
                "https:///1.png",
                "shop.example/1.png",
                "..\\1.png",
                "https://shop.example/a b.png"
            })
    void nothingElseIsASource(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PictureSource(text))
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("geheim"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2130706433"
            })
    void machinesOfTheHouseAreNotOfTheInternet(String address) throws Exception {
        assertThat(PublicAddresses.has(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "211.233.0.1", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void othersAre(String address) throws Exception {
        assertThat(PublicAddresses.has(InetAddress.getByName(address))).isTrue();
    }
}
