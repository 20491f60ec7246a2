package tickertape.tape.gzip;

/// The CRC-32 of bytes that are known only by their own checksums: arithmetic with polynomials of 32 bits, modulo that
/// of gzip, lowest power first.
final class Checksum {

    private static final int POLYNOMIAL = 0xedb88320;
    private static final int ONE = 1 << 31;
    private static final int X = 1 << 30;

    /// x to the power of 1, 2, 4, 8 and so on.
    private static final int[] POWERS = powers();

    private Checksum() {}

    private static int[] powers() {
        int[] powers = new int[Integer.SIZE];
        powers[0] = X;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = product(powers[i - 1], powers[i - 1]);
        }
        return powers;
    }

    /// By what a checksum is multiplied when so many bytes follow.
    static int shift(int bytes) {
        int shift = ONE;
        int power = 3;
        for (int rest = bytes; rest != 0; rest >>>= 1) {
            if ((rest & 1) == 1) {
                shift = product(POWERS[power % Integer.SIZE], shift);
            }
            power++;
        }
        return shift;
    }

    /// The checksum of some bytes and then others.
    ///
    /// @param shift that of the length of the others
    static int combined(int first, int others, int shift) {
        return product(shift, first) ^ others;
    }

    private static int product(int a, int b) {
        int product = 0;
        int factor = b;
        for (int rest = a; rest != 0; rest <<= 1) {
            product ^= rest < 0 ? factor : 0;
            factor = (factor & 1) == 1 ? factor >>> 1 ^ POLYNOMIAL : factor >>> 1;
        }
        return product;
    }
}
