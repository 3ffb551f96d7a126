package fr.jalon.commun;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encryption at rest with the master key, which lies outside the database: AES-256-GCM, a fresh nonce each time, bound
 * to a context text, so a value moved to another row does not decrypt.
 */
public final class Chiffrement {

    private static final int NONCE = 12;
    private static final int ETIQUETTE_BITS = 128;
    private static final int CLE = 32;

    private final SecretKeySpec cle;
    private final SecretKeySpec cleEmpreinte;
    private final SecureRandom hasard = new SecureRandom();

    /**
     * Reads the master key.
     *
     * @param cleMaitresse 32 bytes in Base64
     * @throws IllegalArgumentException when it is not that
     */
    public Chiffrement(String cleMaitresse) {
        byte[] octets = Base64.getDecoder().decode(cleMaitresse.strip());
        if (octets.length != CLE) {
            throw new IllegalArgumentException("La clé maîtresse doit faire 32 octets en Base64.");
        }
        this.cle = new SecretKeySpec(hmac(octets, "jalon:chiffrement"), "AES");
        this.cleEmpreinte = new SecretKeySpec(hmac(octets, "jalon:empreinte"), "HmacSHA256");
    }

    public byte[] chiffrer(byte[] clair, String contexte) {
        return chiffrer(cle, clair, contexte);
    }

    /**
     * Decrypts.
     *
     * @throws IllegalStateException when the bytes were altered or belong to another context
     */
    public byte[] dechiffrer(byte[] chiffre, String contexte) {
        return dechiffrer(cle, chiffre, contexte);
    }

    /** Encrypts with another key, for example that of a single file. */
    public byte[] chiffrerAvec(byte[] autreCle, byte[] clair, String contexte) {
        return chiffrer(new SecretKeySpec(autreCle, "AES"), clair, contexte);
    }

    public byte[] dechiffrerAvec(byte[] autreCle, byte[] chiffre, String contexte) {
        return dechiffrer(new SecretKeySpec(autreCle, "AES"), chiffre, contexte);
    }

    /** A new random key of 32 bytes. */
    public byte[] nouvelleCle() {
        byte[] octets = new byte[CLE];
        hasard.nextBytes(octets);
        return octets;
    }

    /** Keyed digest, to find an equal value without storing it in clear. */
    public String empreinte(String valeur) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(cleEmpreinte);
            return HexFormat.of().formatHex(mac.doFinal(valeur.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] chiffrer(SecretKeySpec avec, byte[] clair, String contexte) {
        try {
            byte[] nonce = new byte[NONCE];
            hasard.nextBytes(nonce);
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, avec, new GCMParameterSpec(ETIQUETTE_BITS, nonce));
            aes.updateAAD(contexte.getBytes(StandardCharsets.UTF_8));
            byte[] chiffre = aes.doFinal(clair);
            return ByteBuffer.allocate(NONCE + chiffre.length)
                    .put(nonce)
                    .put(chiffre)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Le chiffrement a échoué", e);
        }
    }

    private static byte[] dechiffrer(SecretKeySpec avec, byte[] chiffre, String contexte) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(Cipher.DECRYPT_MODE, avec, new GCMParameterSpec(ETIQUETTE_BITS, chiffre, 0, NONCE));
            aes.updateAAD(contexte.getBytes(StandardCharsets.UTF_8));
            return aes.doFinal(chiffre, NONCE, chiffre.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("Valeur chiffrée altérée ou déplacée", e);
        }
    }

    private static byte[] hmac(byte[] cle, String texte) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cle, "HmacSHA256"));
            return mac.doFinal(texte.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
