package fr.jalon.moteur.camunda;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * No Java object in the engine's tables: what it cannot write it refuses, and it reads none back. The setting that closes the
 * Java format only concerns bytes given as they are; an object given as such passed. The facts of a decision stay for its
 * history: an amount and a day are written as text. What only lives during a transaction is written nowhere.
 */
class FormatsDesVariables extends AbstractProcessEnginePlugin {

    @Override
    public void postInit(ProcessEngineConfigurationImpl reglages) {
        VariableSerializers formats = reglages.getVariableSerializers();
        formats.removeSerializer(formats.getSerializerByName(JavaObjectSerializer.NAME));
        formats.addSerializer(new EnTexte<>("decimal", BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new));
        formats.addSerializer(new EnTexte<>("jour", LocalDate.class, LocalDate::toString, LocalDate::parse));
        formats.addSerializer(new Passager());
    }

    /** Values of one class as text. */
    private static final class EnTexte<T> extends PrimitiveValueSerializer<PrimitiveTypeValueImpl<T>> {

        private final Class<T> classe;
        private final Function<T, String> ecriture;
        private final Function<String, T> lecture;

        EnTexte(String nom, Class<T> classe, Function<T, String> ecriture, Function<String, T> lecture) {
            super(new Type(nom, classe));
            this.classe = classe;
            this.ecriture = ecriture;
            this.lecture = lecture;
        }

        @Override
        protected boolean canWriteValue(TypedValue valeur) {
            return classe.isInstance(valeur.getValue());
        }

        @Override
        public PrimitiveTypeValueImpl<T> convertToTypedValue(UntypedValueImpl valeur) {
            return valeur(classe.cast(valeur.getValue()), valeur.isTransient());
        }

        @Override
        public void writeValue(PrimitiveTypeValueImpl<T> valeur, ValueFields champs) {
            champs.setTextValue(ecriture.apply(valeur.getValue()));
        }

        @Override
        public PrimitiveTypeValueImpl<T> readValue(ValueFields champs, boolean passagere) {
            return valeur(champs.getTextValue() == null ? null : lecture.apply(champs.getTextValue()), passagere);
        }

        private PrimitiveTypeValueImpl<T> valeur(T valeur, boolean passagere) {
            PrimitiveTypeValueImpl<T> typee = new PrimitiveTypeValueImpl<>(valeur, getType());
            typee.setTransient(passagere);
            return typee;
        }
    }

    private static final class Type extends PrimitiveValueTypeImpl {

        private static final long serialVersionUID = 1L;

        Type(String nom, Class<?> classe) {
            super(nom, classe);
        }

        @Override
        public TypedValue createValue(Object valeur, Map<String, Object> precisions) {
            return new PrimitiveTypeValueImpl<>(valeur, this);
        }
    }

    /** Any value that a transaction alone sees, like the result of a table. */
    private static final class Passager extends AbstractTypedValueSerializer<ObjectValue> {

        Passager() {
            super(ValueType.OBJECT);
        }

        @Override
        public String getName() {
            return "passager";
        }

        @Override
        protected boolean canWriteValue(TypedValue valeur) {
            return valeur.isTransient();
        }

        @Override
        public ObjectValue convertToTypedValue(UntypedValueImpl valeur) {
            return org.camunda.bpm.engine.variable.Variables.objectValue(valeur.getValue(), true)
                    .create();
        }

        @Override
        public void writeValue(ObjectValue valeur, ValueFields champs) {
            champs.setByteArrayValue(null);
        }

        @Override
        public ObjectValue readValue(ValueFields champs, boolean entiere, boolean passagere) {
            throw new IllegalStateException("une valeur passagère n'est écrite nulle part");
        }
    }
}
