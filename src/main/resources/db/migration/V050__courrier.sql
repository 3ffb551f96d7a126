-- Letters: templates by version, letters with their bytes, and the numbers.

create table modele_courrier (
    id         uuid          not null,
    code       varchar(60)   character set utf8mb4 collate utf8mb4_bin not null,
    version    int           not null,
    nature     varchar(30)   not null,
    titre      varchar(200)  not null,
    objet      varchar(500)  not null,
    corps      mediumtext    not null,
    source     varchar(2000) null,
    auteur     varchar(120)  not null,
    publie_le  datetime(6)   not null,
    fourni     boolean       not null,
    empreinte  varchar(64)   null,
    primary key (id),
    constraint modele_courrier_code_version unique (code, version)
) character set utf8mb4;

create table courrier (
    id             uuid         not null,
    version_ligne  bigint       not null,
    numero         varchar(20)  not null,
    dossier_id     uuid         not null,
    dossier_numero varchar(40)  not null,
    modele         varchar(60)  not null,
    version_modele int          not null,
    mentions       varchar(500) not null,
    objet          text         not null,
    destinataire   text         not null,
    octets         longblob     not null,
    empreinte      varchar(64)  not null,
    cree_le        datetime(6)  not null,
    auteur         varchar(120) not null,
    cle_unique     varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    remplace       uuid         null,
    envoye_le      datetime(6)  null,
    primary key (id),
    constraint courrier_numero unique (numero),
    constraint courrier_cle_unique unique (cle_unique),
    constraint courrier_remplace foreign key (remplace) references courrier (id)
) character set utf8mb4;

create index courrier_dossier on courrier (dossier_id, cree_le);

-- One row a year; the write is conditional on the value read.
create table courrier_sequence (
    annee   int    not null,
    suivant bigint not null,
    primary key (annee)
) character set utf8mb4;
