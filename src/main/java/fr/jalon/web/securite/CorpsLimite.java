package fr.jalon.web.securite;

import fr.jalon.web.commun.DemandeTropGrosse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds the body of a call that is no file: announced too large, it is not read; growing too large, its reading stops. */
class CorpsLimite extends OncePerRequestFilter {

    static final long OCTETS_MAX = 2L * 1024 * 1024;

    private final RefusApi refus;

    CorpsLimite(RefusApi refus) {
        this.refus = refus;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest requete) {
        String type = requete.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain chaine)
            throws ServletException, IOException {
        if (requete.getContentLengthLong() > OCTETS_MAX) {
            refus.tropGrosse(reponse, new DemandeTropGrosse().getMessage());
            return;
        }
        chaine.doFilter(new Bornee(requete), reponse);
    }

    private static final class Bornee extends HttpServletRequestWrapper {

        Bornee(HttpServletRequest requete) {
            super(requete);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Flux(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Flux extends ServletInputStream {

        private final ServletInputStream source;
        private long lus;

        Flux(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int octet = source.read();
            compter(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] octets, int debut, int longueur) throws IOException {
            int nombre = source.read(octets, debut, longueur);
            compter(Math.max(0, nombre));
            return nombre;
        }

        private void compter(int nombre) throws DemandeTropGrosse {
            lus += nombre;
            if (lus > OCTETS_MAX) {
                throw new DemandeTropGrosse();
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener ecoute) {
            source.setReadListener(ecoute);
        }
    }
}
