-- What a session holds is written by the security library, whose next major version cannot read it: everybody logs in again, once.
delete from SPRING_SESSION;
