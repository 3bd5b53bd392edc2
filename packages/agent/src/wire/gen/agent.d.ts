import * as $protobuf from "@konsul/rpc/protobuf";

/** Namespace agent. */
export namespace agent {

    /**
     * Properties of a Node.
     * @deprecated Use agent.Node.$Properties instead.
     */
    interface INode extends agent.Node.$Properties {
    }

    /** Represents a Node. */
    class Node {

        /**
         * Constructs a new Node.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Node.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Node node. */
        node: string;

        /** Node id. */
        id: string;

        /** Node address. */
        address: string;

        /** Node datacenter. */
        datacenter: string;

        /** Node taggedAddresses. */
        taggedAddresses: { [k: string]: string };

        /** Node meta. */
        meta: { [k: string]: string };

        /** Node createIndex. */
        createIndex: number;

        /** Node modifyIndex. */
        modifyIndex: number;

        /**
         * Creates a new Node instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Node instance
         */
        static create(properties: agent.Node.$Shape): agent.Node & agent.Node.$Shape;
        static create(properties?: agent.Node.$Properties): agent.Node;

        /**
         * Encodes the specified Node message. Does not implicitly {@link agent.Node.verify|verify} messages.
         * @param message Node message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Node.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Node message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Node & agent.Node.$Shape} Node
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Node & agent.Node.$Shape;
    }

    namespace Node {

        /** Properties of a Node. */
        interface $Properties {

            /** Node node */
            node?: (string|null);

            /** Node id */
            id?: (string|null);

            /** Node address */
            address?: (string|null);

            /** Node datacenter */
            datacenter?: (string|null);

            /** Node taggedAddresses */
            taggedAddresses?: ({ [k: string]: string }|null);

            /** Node meta */
            meta?: ({ [k: string]: string }|null);

            /** Node createIndex */
            createIndex?: (number|null);

            /** Node modifyIndex */
            modifyIndex?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Node. */
        type $Shape = agent.Node.$Properties;
    }

    /**
     * Properties of a ServiceAddress.
     * @deprecated Use agent.ServiceAddress.$Properties instead.
     */
    interface IServiceAddress extends agent.ServiceAddress.$Properties {
    }

    /** Represents a ServiceAddress. */
    class ServiceAddress {

        /**
         * Constructs a new ServiceAddress.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.ServiceAddress.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ServiceAddress address. */
        address: string;

        /** ServiceAddress port. */
        port: number;

        /**
         * Creates a new ServiceAddress instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ServiceAddress instance
         */
        static create(properties: agent.ServiceAddress.$Shape): agent.ServiceAddress & agent.ServiceAddress.$Shape;
        static create(properties?: agent.ServiceAddress.$Properties): agent.ServiceAddress;

        /**
         * Encodes the specified ServiceAddress message. Does not implicitly {@link agent.ServiceAddress.verify|verify} messages.
         * @param message ServiceAddress message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.ServiceAddress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ServiceAddress message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.ServiceAddress & agent.ServiceAddress.$Shape} ServiceAddress
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.ServiceAddress & agent.ServiceAddress.$Shape;
    }

    namespace ServiceAddress {

        /** Properties of a ServiceAddress. */
        interface $Properties {

            /** ServiceAddress address */
            address?: (string|null);

            /** ServiceAddress port */
            port?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ServiceAddress. */
        type $Shape = agent.ServiceAddress.$Properties;
    }

    /**
     * Properties of a ServiceWeights.
     * @deprecated Use agent.ServiceWeights.$Properties instead.
     */
    interface IServiceWeights extends agent.ServiceWeights.$Properties {
    }

    /** Represents a ServiceWeights. */
    class ServiceWeights {

        /**
         * Constructs a new ServiceWeights.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.ServiceWeights.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ServiceWeights passing. */
        passing: number;

        /** ServiceWeights warning. */
        warning: number;

        /**
         * Creates a new ServiceWeights instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ServiceWeights instance
         */
        static create(properties: agent.ServiceWeights.$Shape): agent.ServiceWeights & agent.ServiceWeights.$Shape;
        static create(properties?: agent.ServiceWeights.$Properties): agent.ServiceWeights;

        /**
         * Encodes the specified ServiceWeights message. Does not implicitly {@link agent.ServiceWeights.verify|verify} messages.
         * @param message ServiceWeights message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.ServiceWeights.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ServiceWeights message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.ServiceWeights & agent.ServiceWeights.$Shape} ServiceWeights
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.ServiceWeights & agent.ServiceWeights.$Shape;
    }

    namespace ServiceWeights {

        /** Properties of a ServiceWeights. */
        interface $Properties {

            /** ServiceWeights passing */
            passing?: (number|null);

            /** ServiceWeights warning */
            warning?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ServiceWeights. */
        type $Shape = agent.ServiceWeights.$Properties;
    }

    /**
     * Properties of a Service.
     * @deprecated Use agent.Service.$Properties instead.
     */
    interface IService extends agent.Service.$Properties {
    }

    /** Represents a Service. */
    class Service {

        /**
         * Constructs a new Service.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Service.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Service node. */
        node: string;

        /** Service id. */
        id: string;

        /** Service service. */
        service: string;

        /** Service kind. */
        kind: string;

        /** Service tags. */
        tags: string[];

        /** Service address. */
        address: string;

        /** Service taggedAddresses. */
        taggedAddresses: { [k: string]: agent.ServiceAddress.$Properties };

        /** Service meta. */
        meta: { [k: string]: string };

        /** Service port. */
        port: number;

        /** Service socketPath. */
        socketPath: string;

        /** Service weights. */
        weights?: (agent.ServiceWeights.$Properties|null);

        /** Service enableTagOverride. */
        enableTagOverride: boolean;

        /** Service createIndex. */
        createIndex: number;

        /** Service modifyIndex. */
        modifyIndex: number;

        /**
         * Creates a new Service instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Service instance
         */
        static create(properties: agent.Service.$Shape): agent.Service & agent.Service.$Shape;
        static create(properties?: agent.Service.$Properties): agent.Service;

        /**
         * Encodes the specified Service message. Does not implicitly {@link agent.Service.verify|verify} messages.
         * @param message Service message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Service.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Service message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Service & agent.Service.$Shape} Service
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Service & agent.Service.$Shape;
    }

    namespace Service {

        /** Properties of a Service. */
        interface $Properties {

            /** Service node */
            node?: (string|null);

            /** Service id */
            id?: (string|null);

            /** Service service */
            service?: (string|null);

            /** Service kind */
            kind?: (string|null);

            /** Service tags */
            tags?: (string[]|null);

            /** Service address */
            address?: (string|null);

            /** Service taggedAddresses */
            taggedAddresses?: ({ [k: string]: agent.ServiceAddress.$Properties }|null);

            /** Service meta */
            meta?: ({ [k: string]: string }|null);

            /** Service port */
            port?: (number|null);

            /** Service socketPath */
            socketPath?: (string|null);

            /** Service weights */
            weights?: (agent.ServiceWeights.$Properties|null);

            /** Service enableTagOverride */
            enableTagOverride?: (boolean|null);

            /** Service createIndex */
            createIndex?: (number|null);

            /** Service modifyIndex */
            modifyIndex?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Service. */
        type $Shape = agent.Service.$Properties;
    }

    /**
     * Properties of a HeaderValues.
     * @deprecated Use agent.HeaderValues.$Properties instead.
     */
    interface IHeaderValues extends agent.HeaderValues.$Properties {
    }

    /** Represents a HeaderValues. */
    class HeaderValues {

        /**
         * Constructs a new HeaderValues.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.HeaderValues.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HeaderValues values. */
        values: string[];

        /**
         * Creates a new HeaderValues instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HeaderValues instance
         */
        static create(properties: agent.HeaderValues.$Shape): agent.HeaderValues & agent.HeaderValues.$Shape;
        static create(properties?: agent.HeaderValues.$Properties): agent.HeaderValues;

        /**
         * Encodes the specified HeaderValues message. Does not implicitly {@link agent.HeaderValues.verify|verify} messages.
         * @param message HeaderValues message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.HeaderValues.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HeaderValues message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.HeaderValues & agent.HeaderValues.$Shape} HeaderValues
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.HeaderValues & agent.HeaderValues.$Shape;
    }

    namespace HeaderValues {

        /** Properties of a HeaderValues. */
        interface $Properties {

            /** HeaderValues values */
            values?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HeaderValues. */
        type $Shape = agent.HeaderValues.$Properties;
    }

    /**
     * Properties of a CheckProbe.
     * @deprecated Use agent.CheckProbe.$Properties instead.
     */
    interface ICheckProbe extends agent.CheckProbe.$Properties {
    }

    /** Represents a CheckProbe. */
    class CheckProbe {

        /**
         * Constructs a new CheckProbe.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.CheckProbe.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CheckProbe http. */
        http: string;

        /** CheckProbe method. */
        method: string;

        /** CheckProbe body. */
        body: string;

        /** CheckProbe header. */
        header: { [k: string]: agent.HeaderValues.$Properties };

        /** CheckProbe tcp. */
        tcp: string;

        /** CheckProbe udp. */
        udp: string;

        /** CheckProbe grpc. */
        grpc: string;

        /** CheckProbe tlsServerName. */
        tlsServerName: string;

        /** CheckProbe tlsSkipVerify. */
        tlsSkipVerify: boolean;

        /** CheckProbe intervalMs. */
        intervalMs: number;

        /** CheckProbe timeoutMs. */
        timeoutMs: number;

        /** CheckProbe deregisterCriticalServiceAfterMs. */
        deregisterCriticalServiceAfterMs: number;

        /**
         * Creates a new CheckProbe instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CheckProbe instance
         */
        static create(properties: agent.CheckProbe.$Shape): agent.CheckProbe & agent.CheckProbe.$Shape;
        static create(properties?: agent.CheckProbe.$Properties): agent.CheckProbe;

        /**
         * Encodes the specified CheckProbe message. Does not implicitly {@link agent.CheckProbe.verify|verify} messages.
         * @param message CheckProbe message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.CheckProbe.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CheckProbe message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.CheckProbe & agent.CheckProbe.$Shape} CheckProbe
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.CheckProbe & agent.CheckProbe.$Shape;
    }

    namespace CheckProbe {

        /** Properties of a CheckProbe. */
        interface $Properties {

            /** CheckProbe http */
            http?: (string|null);

            /** CheckProbe method */
            method?: (string|null);

            /** CheckProbe body */
            body?: (string|null);

            /** CheckProbe header */
            header?: ({ [k: string]: agent.HeaderValues.$Properties }|null);

            /** CheckProbe tcp */
            tcp?: (string|null);

            /** CheckProbe udp */
            udp?: (string|null);

            /** CheckProbe grpc */
            grpc?: (string|null);

            /** CheckProbe tlsServerName */
            tlsServerName?: (string|null);

            /** CheckProbe tlsSkipVerify */
            tlsSkipVerify?: (boolean|null);

            /** CheckProbe intervalMs */
            intervalMs?: (number|null);

            /** CheckProbe timeoutMs */
            timeoutMs?: (number|null);

            /** CheckProbe deregisterCriticalServiceAfterMs */
            deregisterCriticalServiceAfterMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CheckProbe. */
        type $Shape = agent.CheckProbe.$Properties;
    }

    /**
     * Properties of a Check.
     * @deprecated Use agent.Check.$Properties instead.
     */
    interface ICheck extends agent.Check.$Properties {
    }

    /** Represents a Check. */
    class Check {

        /**
         * Constructs a new Check.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Check.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Check node. */
        node: string;

        /** Check checkId. */
        checkId: string;

        /** Check name. */
        name: string;

        /** Check status. */
        status: string;

        /** Check notes. */
        notes: string;

        /** Check output. */
        output: string;

        /** Check serviceId. */
        serviceId: string;

        /** Check type. */
        type: string;

        /** Check interval. */
        interval: string;

        /** Check timeout. */
        timeout: string;

        /** Check exposedPort. */
        exposedPort: number;

        /** Check probe. */
        probe?: (agent.CheckProbe.$Properties|null);

        /** Check createIndex. */
        createIndex: number;

        /** Check modifyIndex. */
        modifyIndex: number;

        /** Check serviceName. */
        serviceName: string;

        /** Check serviceTags. */
        serviceTags: string[];

        /**
         * Creates a new Check instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Check instance
         */
        static create(properties: agent.Check.$Shape): agent.Check & agent.Check.$Shape;
        static create(properties?: agent.Check.$Properties): agent.Check;

        /**
         * Encodes the specified Check message. Does not implicitly {@link agent.Check.verify|verify} messages.
         * @param message Check message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Check.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Check message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Check & agent.Check.$Shape} Check
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Check & agent.Check.$Shape;
    }

    namespace Check {

        /** Properties of a Check. */
        interface $Properties {

            /** Check node */
            node?: (string|null);

            /** Check checkId */
            checkId?: (string|null);

            /** Check name */
            name?: (string|null);

            /** Check status */
            status?: (string|null);

            /** Check notes */
            notes?: (string|null);

            /** Check output */
            output?: (string|null);

            /** Check serviceId */
            serviceId?: (string|null);

            /** Check type */
            type?: (string|null);

            /** Check interval */
            interval?: (string|null);

            /** Check timeout */
            timeout?: (string|null);

            /** Check exposedPort */
            exposedPort?: (number|null);

            /** Check probe */
            probe?: (agent.CheckProbe.$Properties|null);

            /** Check createIndex */
            createIndex?: (number|null);

            /** Check modifyIndex */
            modifyIndex?: (number|null);

            /** Check serviceName */
            serviceName?: (string|null);

            /** Check serviceTags */
            serviceTags?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Check. */
        type $Shape = agent.Check.$Properties;
    }

    /**
     * Properties of a KvPair.
     * @deprecated Use agent.KvPair.$Properties instead.
     */
    interface IKvPair extends agent.KvPair.$Properties {
    }

    /** Represents a KvPair. */
    class KvPair {

        /**
         * Constructs a new KvPair.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.KvPair.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KvPair key. */
        key: Uint8Array;

        /** KvPair value. */
        value: Uint8Array;

        /** KvPair flagsLow. */
        flagsLow: number;

        /** KvPair flagsHigh. */
        flagsHigh: number;

        /** KvPair lockIndex. */
        lockIndex: number;

        /** KvPair session. */
        session: string;

        /** KvPair createIndex. */
        createIndex: number;

        /** KvPair modifyIndex. */
        modifyIndex: number;

        /**
         * Creates a new KvPair instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KvPair instance
         */
        static create(properties: agent.KvPair.$Shape): agent.KvPair & agent.KvPair.$Shape;
        static create(properties?: agent.KvPair.$Properties): agent.KvPair;

        /**
         * Encodes the specified KvPair message. Does not implicitly {@link agent.KvPair.verify|verify} messages.
         * @param message KvPair message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.KvPair.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KvPair message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.KvPair & agent.KvPair.$Shape} KvPair
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.KvPair & agent.KvPair.$Shape;
    }

    namespace KvPair {

        /** Properties of a KvPair. */
        interface $Properties {

            /** KvPair key */
            key?: (Uint8Array|null);

            /** KvPair value */
            value?: (Uint8Array|null);

            /** KvPair flagsLow */
            flagsLow?: (number|null);

            /** KvPair flagsHigh */
            flagsHigh?: (number|null);

            /** KvPair lockIndex */
            lockIndex?: (number|null);

            /** KvPair session */
            session?: (string|null);

            /** KvPair createIndex */
            createIndex?: (number|null);

            /** KvPair modifyIndex */
            modifyIndex?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KvPair. */
        type $Shape = agent.KvPair.$Properties;
    }

    /**
     * Properties of an Area.
     * @deprecated Use agent.Area.$Properties instead.
     */
    interface IArea extends agent.Area.$Properties {
    }

    /** Represents an Area. */
    class Area {

        /**
         * Constructs a new Area.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Area.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Area id. */
        id: string;

        /** Area peerDatacenter. */
        peerDatacenter: string;

        /** Area retryJoin. */
        retryJoin: string[];

        /** Area useTls. */
        useTls: boolean;

        /** Area createIndex. */
        createIndex: number;

        /** Area modifyIndex. */
        modifyIndex: number;

        /**
         * Creates a new Area instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Area instance
         */
        static create(properties: agent.Area.$Shape): agent.Area & agent.Area.$Shape;
        static create(properties?: agent.Area.$Properties): agent.Area;

        /**
         * Encodes the specified Area message. Does not implicitly {@link agent.Area.verify|verify} messages.
         * @param message Area message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Area.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Area message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Area & agent.Area.$Shape} Area
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Area & agent.Area.$Shape;
    }

    namespace Area {

        /** Properties of an Area. */
        interface $Properties {

            /** Area id */
            id?: (string|null);

            /** Area peerDatacenter */
            peerDatacenter?: (string|null);

            /** Area retryJoin */
            retryJoin?: (string[]|null);

            /** Area useTls */
            useTls?: (boolean|null);

            /** Area createIndex */
            createIndex?: (number|null);

            /** Area modifyIndex */
            modifyIndex?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Area. */
        type $Shape = agent.Area.$Properties;
    }

    /**
     * Properties of a Coordinate.
     * @deprecated Use agent.Coordinate.$Properties instead.
     */
    interface ICoordinate extends agent.Coordinate.$Properties {
    }

    /** Represents a Coordinate. */
    class Coordinate {

        /**
         * Constructs a new Coordinate.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Coordinate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Coordinate node. */
        node: string;

        /** Coordinate segment. */
        segment: string;

        /** Coordinate vector. */
        vector: number[];

        /** Coordinate error. */
        error: number;

        /** Coordinate adjustment. */
        adjustment: number;

        /** Coordinate height. */
        height: number;

        /**
         * Creates a new Coordinate instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Coordinate instance
         */
        static create(properties: agent.Coordinate.$Shape): agent.Coordinate & agent.Coordinate.$Shape;
        static create(properties?: agent.Coordinate.$Properties): agent.Coordinate;

        /**
         * Encodes the specified Coordinate message. Does not implicitly {@link agent.Coordinate.verify|verify} messages.
         * @param message Coordinate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Coordinate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Coordinate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Coordinate & agent.Coordinate.$Shape} Coordinate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Coordinate & agent.Coordinate.$Shape;
    }

    namespace Coordinate {

        /** Properties of a Coordinate. */
        interface $Properties {

            /** Coordinate node */
            node?: (string|null);

            /** Coordinate segment */
            segment?: (string|null);

            /** Coordinate vector */
            vector?: (number[]|null);

            /** Coordinate error */
            error?: (number|null);

            /** Coordinate adjustment */
            adjustment?: (number|null);

            /** Coordinate height */
            height?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Coordinate. */
        type $Shape = agent.Coordinate.$Properties;
    }

    /**
     * Properties of a Command.
     * @deprecated Use agent.Command.$Properties instead.
     */
    interface ICommand extends agent.Command.$Properties {
    }

    /** Represents a Command. */
    class Command {

        /**
         * Constructs a new Command.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Command.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Command version. */
        version: number;

        /** Command isIgnorable. */
        isIgnorable: boolean;

        /** Command kv. */
        kv?: (agent.KvCommand.$Properties|null);

        /** Command register. */
        register?: (agent.RegisterCommand.$Properties|null);

        /** Command deregister. */
        deregister?: (agent.DeregisterCommand.$Properties|null);

        /** Command area. */
        area?: (agent.AreaCommand.$Properties|null);

        /** Command coordinate. */
        coordinate?: (agent.CoordinateCommand.$Properties|null);

        /** Command reap. */
        reap?: (agent.ReapCommand.$Properties|null);

        /** Command body. */
        body?: ("kv"|"register"|"deregister"|"area"|"coordinate"|"reap");

        /**
         * Creates a new Command instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Command instance
         */
        static create(properties: agent.Command.$Shape): agent.Command & agent.Command.$Shape;
        static create(properties?: agent.Command.$Properties): agent.Command;

        /**
         * Encodes the specified Command message. Does not implicitly {@link agent.Command.verify|verify} messages.
         * @param message Command message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Command message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Command & agent.Command.$Shape} Command
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Command & agent.Command.$Shape;
    }

    namespace Command {

        /** Properties of a Command. */
        interface $Properties {

            /** Command version */
            version?: (number|null);

            /** Command isIgnorable */
            isIgnorable?: (boolean|null);

            /** Command kv */
            kv?: (agent.KvCommand.$Properties|null);

            /** Command register */
            register?: (agent.RegisterCommand.$Properties|null);

            /** Command deregister */
            deregister?: (agent.DeregisterCommand.$Properties|null);

            /** Command area */
            area?: (agent.AreaCommand.$Properties|null);

            /** Command coordinate */
            coordinate?: (agent.CoordinateCommand.$Properties|null);

            /** Command reap */
            reap?: (agent.ReapCommand.$Properties|null);

            /** Command body */
            body?: ("kv"|"register"|"deregister"|"area"|"coordinate"|"reap");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Command. */
        type $Shape = {
          version?: number|null;
          isIgnorable?: boolean|null;
          kv?: agent.KvCommand.$Shape|null;
          register?: agent.RegisterCommand.$Shape|null;
          deregister?: agent.DeregisterCommand.$Shape|null;
          area?: agent.AreaCommand.$Shape|null;
          coordinate?: agent.CoordinateCommand.$Shape|null;
          reap?: agent.ReapCommand.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; kv?: null; register?: null; deregister?: null; area?: null; coordinate?: null; reap?: null }|{ body?: "kv"; kv: agent.KvCommand.$Shape; register?: null; deregister?: null; area?: null; coordinate?: null; reap?: null }|{ body?: "register"; kv?: null; register: agent.RegisterCommand.$Shape; deregister?: null; area?: null; coordinate?: null; reap?: null }|{ body?: "deregister"; kv?: null; register?: null; deregister: agent.DeregisterCommand.$Shape; area?: null; coordinate?: null; reap?: null }|{ body?: "area"; kv?: null; register?: null; deregister?: null; area: agent.AreaCommand.$Shape; coordinate?: null; reap?: null }|{ body?: "coordinate"; kv?: null; register?: null; deregister?: null; area?: null; coordinate: agent.CoordinateCommand.$Shape; reap?: null }|{ body?: "reap"; kv?: null; register?: null; deregister?: null; area?: null; coordinate?: null; reap: agent.ReapCommand.$Shape })
        );
    }

    /**
     * Properties of a KvCommand.
     * @deprecated Use agent.KvCommand.$Properties instead.
     */
    interface IKvCommand extends agent.KvCommand.$Properties {
    }

    /** Represents a KvCommand. */
    class KvCommand {

        /**
         * Constructs a new KvCommand.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.KvCommand.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KvCommand operation. */
        operation: agent.KvCommand.Operation;

        /** KvCommand key. */
        key: Uint8Array;

        /** KvCommand value. */
        value: Uint8Array;

        /** KvCommand flagsLow. */
        flagsLow: number;

        /** KvCommand flagsHigh. */
        flagsHigh: number;

        /** KvCommand expectedIndex. */
        expectedIndex: number;

        /**
         * Creates a new KvCommand instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KvCommand instance
         */
        static create(properties: agent.KvCommand.$Shape): agent.KvCommand & agent.KvCommand.$Shape;
        static create(properties?: agent.KvCommand.$Properties): agent.KvCommand;

        /**
         * Encodes the specified KvCommand message. Does not implicitly {@link agent.KvCommand.verify|verify} messages.
         * @param message KvCommand message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.KvCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KvCommand message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.KvCommand & agent.KvCommand.$Shape} KvCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.KvCommand & agent.KvCommand.$Shape;
    }

    namespace KvCommand {

        /** Properties of a KvCommand. */
        interface $Properties {

            /** KvCommand operation */
            operation?: (agent.KvCommand.Operation|null);

            /** KvCommand key */
            key?: (Uint8Array|null);

            /** KvCommand value */
            value?: (Uint8Array|null);

            /** KvCommand flagsLow */
            flagsLow?: (number|null);

            /** KvCommand flagsHigh */
            flagsHigh?: (number|null);

            /** KvCommand expectedIndex */
            expectedIndex?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KvCommand. */
        type $Shape = agent.KvCommand.$Properties;

        /** Operation enum. */
        enum Operation {

            /** UNKNOWN value */
            UNKNOWN = 0,

            /** SET value */
            SET = 1,

            /** CAS value */
            CAS = 2,

            /** DELETE value */
            DELETE = 3,

            /** DELETE_CAS value */
            DELETE_CAS = 4,

            /** DELETE_TREE value */
            DELETE_TREE = 5
        }
    }

    /**
     * Properties of a RegisterCommand.
     * @deprecated Use agent.RegisterCommand.$Properties instead.
     */
    interface IRegisterCommand extends agent.RegisterCommand.$Properties {
    }

    /** Represents a RegisterCommand. */
    class RegisterCommand {

        /**
         * Constructs a new RegisterCommand.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.RegisterCommand.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RegisterCommand node. */
        node?: (agent.Node.$Properties|null);

        /** RegisterCommand skipNodeUpdate. */
        skipNodeUpdate: boolean;

        /** RegisterCommand service. */
        service?: (agent.Service.$Properties|null);

        /** RegisterCommand checks. */
        checks: agent.Check.$Properties[];

        /**
         * Creates a new RegisterCommand instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RegisterCommand instance
         */
        static create(properties: agent.RegisterCommand.$Shape): agent.RegisterCommand & agent.RegisterCommand.$Shape;
        static create(properties?: agent.RegisterCommand.$Properties): agent.RegisterCommand;

        /**
         * Encodes the specified RegisterCommand message. Does not implicitly {@link agent.RegisterCommand.verify|verify} messages.
         * @param message RegisterCommand message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.RegisterCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RegisterCommand message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.RegisterCommand & agent.RegisterCommand.$Shape} RegisterCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.RegisterCommand & agent.RegisterCommand.$Shape;
    }

    namespace RegisterCommand {

        /** Properties of a RegisterCommand. */
        interface $Properties {

            /** RegisterCommand node */
            node?: (agent.Node.$Properties|null);

            /** RegisterCommand skipNodeUpdate */
            skipNodeUpdate?: (boolean|null);

            /** RegisterCommand service */
            service?: (agent.Service.$Properties|null);

            /** RegisterCommand checks */
            checks?: (agent.Check.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RegisterCommand. */
        type $Shape = agent.RegisterCommand.$Properties;
    }

    /**
     * Properties of a DeregisterCommand.
     * @deprecated Use agent.DeregisterCommand.$Properties instead.
     */
    interface IDeregisterCommand extends agent.DeregisterCommand.$Properties {
    }

    /** Represents a DeregisterCommand. */
    class DeregisterCommand {

        /**
         * Constructs a new DeregisterCommand.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.DeregisterCommand.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DeregisterCommand node. */
        node: string;

        /** DeregisterCommand serviceId. */
        serviceId: string;

        /** DeregisterCommand checkId. */
        checkId: string;

        /** DeregisterCommand datacenter. */
        datacenter: string;

        /**
         * Creates a new DeregisterCommand instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DeregisterCommand instance
         */
        static create(properties: agent.DeregisterCommand.$Shape): agent.DeregisterCommand & agent.DeregisterCommand.$Shape;
        static create(properties?: agent.DeregisterCommand.$Properties): agent.DeregisterCommand;

        /**
         * Encodes the specified DeregisterCommand message. Does not implicitly {@link agent.DeregisterCommand.verify|verify} messages.
         * @param message DeregisterCommand message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.DeregisterCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DeregisterCommand message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.DeregisterCommand & agent.DeregisterCommand.$Shape} DeregisterCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.DeregisterCommand & agent.DeregisterCommand.$Shape;
    }

    namespace DeregisterCommand {

        /** Properties of a DeregisterCommand. */
        interface $Properties {

            /** DeregisterCommand node */
            node?: (string|null);

            /** DeregisterCommand serviceId */
            serviceId?: (string|null);

            /** DeregisterCommand checkId */
            checkId?: (string|null);

            /** DeregisterCommand datacenter */
            datacenter?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DeregisterCommand. */
        type $Shape = agent.DeregisterCommand.$Properties;
    }

    /**
     * Properties of an AreaCommand.
     * @deprecated Use agent.AreaCommand.$Properties instead.
     */
    interface IAreaCommand extends agent.AreaCommand.$Properties {
    }

    /** Represents an AreaCommand. */
    class AreaCommand {

        /**
         * Constructs a new AreaCommand.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.AreaCommand.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AreaCommand operation. */
        operation: agent.AreaCommand.Operation;

        /** AreaCommand area. */
        area?: (agent.Area.$Properties|null);

        /** AreaCommand datacenter. */
        datacenter: string;

        /**
         * Creates a new AreaCommand instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AreaCommand instance
         */
        static create(properties: agent.AreaCommand.$Shape): agent.AreaCommand & agent.AreaCommand.$Shape;
        static create(properties?: agent.AreaCommand.$Properties): agent.AreaCommand;

        /**
         * Encodes the specified AreaCommand message. Does not implicitly {@link agent.AreaCommand.verify|verify} messages.
         * @param message AreaCommand message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.AreaCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AreaCommand message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.AreaCommand & agent.AreaCommand.$Shape} AreaCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.AreaCommand & agent.AreaCommand.$Shape;
    }

    namespace AreaCommand {

        /** Properties of an AreaCommand. */
        interface $Properties {

            /** AreaCommand operation */
            operation?: (agent.AreaCommand.Operation|null);

            /** AreaCommand area */
            area?: (agent.Area.$Properties|null);

            /** AreaCommand datacenter */
            datacenter?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AreaCommand. */
        type $Shape = agent.AreaCommand.$Properties;

        /** Operation enum. */
        enum Operation {

            /** UNKNOWN value */
            UNKNOWN = 0,

            /** CREATE value */
            CREATE = 1,

            /** UPDATE value */
            UPDATE = 2,

            /** DELETE value */
            DELETE = 3
        }
    }

    /**
     * Properties of a CoordinateCommand.
     * @deprecated Use agent.CoordinateCommand.$Properties instead.
     */
    interface ICoordinateCommand extends agent.CoordinateCommand.$Properties {
    }

    /** Represents a CoordinateCommand. */
    class CoordinateCommand {

        /**
         * Constructs a new CoordinateCommand.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.CoordinateCommand.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CoordinateCommand coordinates. */
        coordinates: agent.Coordinate.$Properties[];

        /**
         * Creates a new CoordinateCommand instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CoordinateCommand instance
         */
        static create(properties: agent.CoordinateCommand.$Shape): agent.CoordinateCommand & agent.CoordinateCommand.$Shape;
        static create(properties?: agent.CoordinateCommand.$Properties): agent.CoordinateCommand;

        /**
         * Encodes the specified CoordinateCommand message. Does not implicitly {@link agent.CoordinateCommand.verify|verify} messages.
         * @param message CoordinateCommand message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.CoordinateCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CoordinateCommand message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.CoordinateCommand & agent.CoordinateCommand.$Shape} CoordinateCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.CoordinateCommand & agent.CoordinateCommand.$Shape;
    }

    namespace CoordinateCommand {

        /** Properties of a CoordinateCommand. */
        interface $Properties {

            /** CoordinateCommand coordinates */
            coordinates?: (agent.Coordinate.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CoordinateCommand. */
        type $Shape = agent.CoordinateCommand.$Properties;
    }

    /**
     * Properties of a ReapCommand.
     * @deprecated Use agent.ReapCommand.$Properties instead.
     */
    interface IReapCommand extends agent.ReapCommand.$Properties {
    }

    /** Represents a ReapCommand. */
    class ReapCommand {

        /**
         * Constructs a new ReapCommand.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.ReapCommand.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ReapCommand upToIndex. */
        upToIndex: number;

        /**
         * Creates a new ReapCommand instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ReapCommand instance
         */
        static create(properties: agent.ReapCommand.$Shape): agent.ReapCommand & agent.ReapCommand.$Shape;
        static create(properties?: agent.ReapCommand.$Properties): agent.ReapCommand;

        /**
         * Encodes the specified ReapCommand message. Does not implicitly {@link agent.ReapCommand.verify|verify} messages.
         * @param message ReapCommand message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.ReapCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ReapCommand message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.ReapCommand & agent.ReapCommand.$Shape} ReapCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.ReapCommand & agent.ReapCommand.$Shape;
    }

    namespace ReapCommand {

        /** Properties of a ReapCommand. */
        interface $Properties {

            /** ReapCommand upToIndex */
            upToIndex?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ReapCommand. */
        type $Shape = agent.ReapCommand.$Properties;
    }

    /**
     * Properties of an Outcome.
     * @deprecated Use agent.Outcome.$Properties instead.
     */
    interface IOutcome extends agent.Outcome.$Properties {
    }

    /** Represents an Outcome. */
    class Outcome {

        /**
         * Constructs a new Outcome.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Outcome.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Outcome isApplied. */
        isApplied: boolean;

        /**
         * Creates a new Outcome instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Outcome instance
         */
        static create(properties: agent.Outcome.$Shape): agent.Outcome & agent.Outcome.$Shape;
        static create(properties?: agent.Outcome.$Properties): agent.Outcome;

        /**
         * Encodes the specified Outcome message. Does not implicitly {@link agent.Outcome.verify|verify} messages.
         * @param message Outcome message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Outcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Outcome message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Outcome & agent.Outcome.$Shape} Outcome
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Outcome & agent.Outcome.$Shape;
    }

    namespace Outcome {

        /** Properties of an Outcome. */
        interface $Properties {

            /** Outcome isApplied */
            isApplied?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Outcome. */
        type $Shape = agent.Outcome.$Properties;
    }

    /**
     * Properties of a KeyRequest.
     * @deprecated Use agent.KeyRequest.$Properties instead.
     */
    interface IKeyRequest extends agent.KeyRequest.$Properties {
    }

    /** Represents a KeyRequest. */
    class KeyRequest {

        /**
         * Constructs a new KeyRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.KeyRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KeyRequest key. */
        key: Uint8Array;

        /**
         * Creates a new KeyRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KeyRequest instance
         */
        static create(properties: agent.KeyRequest.$Shape): agent.KeyRequest & agent.KeyRequest.$Shape;
        static create(properties?: agent.KeyRequest.$Properties): agent.KeyRequest;

        /**
         * Encodes the specified KeyRequest message. Does not implicitly {@link agent.KeyRequest.verify|verify} messages.
         * @param message KeyRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.KeyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KeyRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.KeyRequest & agent.KeyRequest.$Shape} KeyRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.KeyRequest & agent.KeyRequest.$Shape;
    }

    namespace KeyRequest {

        /** Properties of a KeyRequest. */
        interface $Properties {

            /** KeyRequest key */
            key?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KeyRequest. */
        type $Shape = agent.KeyRequest.$Properties;
    }

    /**
     * Properties of a KeysRequest.
     * @deprecated Use agent.KeysRequest.$Properties instead.
     */
    interface IKeysRequest extends agent.KeysRequest.$Properties {
    }

    /** Represents a KeysRequest. */
    class KeysRequest {

        /**
         * Constructs a new KeysRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.KeysRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KeysRequest prefix. */
        prefix: Uint8Array;

        /** KeysRequest separator. */
        separator: Uint8Array;

        /**
         * Creates a new KeysRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KeysRequest instance
         */
        static create(properties: agent.KeysRequest.$Shape): agent.KeysRequest & agent.KeysRequest.$Shape;
        static create(properties?: agent.KeysRequest.$Properties): agent.KeysRequest;

        /**
         * Encodes the specified KeysRequest message. Does not implicitly {@link agent.KeysRequest.verify|verify} messages.
         * @param message KeysRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.KeysRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KeysRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.KeysRequest & agent.KeysRequest.$Shape} KeysRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.KeysRequest & agent.KeysRequest.$Shape;
    }

    namespace KeysRequest {

        /** Properties of a KeysRequest. */
        interface $Properties {

            /** KeysRequest prefix */
            prefix?: (Uint8Array|null);

            /** KeysRequest separator */
            separator?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KeysRequest. */
        type $Shape = agent.KeysRequest.$Properties;
    }

    /**
     * Properties of a FoundKvPair.
     * @deprecated Use agent.FoundKvPair.$Properties instead.
     */
    interface IFoundKvPair extends agent.FoundKvPair.$Properties {
    }

    /** Represents a FoundKvPair. */
    class FoundKvPair {

        /**
         * Constructs a new FoundKvPair.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.FoundKvPair.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FoundKvPair pair. */
        pair?: (agent.KvPair.$Properties|null);

        /**
         * Creates a new FoundKvPair instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FoundKvPair instance
         */
        static create(properties: agent.FoundKvPair.$Shape): agent.FoundKvPair & agent.FoundKvPair.$Shape;
        static create(properties?: agent.FoundKvPair.$Properties): agent.FoundKvPair;

        /**
         * Encodes the specified FoundKvPair message. Does not implicitly {@link agent.FoundKvPair.verify|verify} messages.
         * @param message FoundKvPair message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.FoundKvPair.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FoundKvPair message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.FoundKvPair & agent.FoundKvPair.$Shape} FoundKvPair
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.FoundKvPair & agent.FoundKvPair.$Shape;
    }

    namespace FoundKvPair {

        /** Properties of a FoundKvPair. */
        interface $Properties {

            /** FoundKvPair pair */
            pair?: (agent.KvPair.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FoundKvPair. */
        type $Shape = agent.FoundKvPair.$Properties;
    }

    /**
     * Properties of a KvPairs.
     * @deprecated Use agent.KvPairs.$Properties instead.
     */
    interface IKvPairs extends agent.KvPairs.$Properties {
    }

    /** Represents a KvPairs. */
    class KvPairs {

        /**
         * Constructs a new KvPairs.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.KvPairs.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KvPairs pairs. */
        pairs: agent.KvPair.$Properties[];

        /**
         * Creates a new KvPairs instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KvPairs instance
         */
        static create(properties: agent.KvPairs.$Shape): agent.KvPairs & agent.KvPairs.$Shape;
        static create(properties?: agent.KvPairs.$Properties): agent.KvPairs;

        /**
         * Encodes the specified KvPairs message. Does not implicitly {@link agent.KvPairs.verify|verify} messages.
         * @param message KvPairs message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.KvPairs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KvPairs message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.KvPairs & agent.KvPairs.$Shape} KvPairs
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.KvPairs & agent.KvPairs.$Shape;
    }

    namespace KvPairs {

        /** Properties of a KvPairs. */
        interface $Properties {

            /** KvPairs pairs */
            pairs?: (agent.KvPair.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KvPairs. */
        type $Shape = agent.KvPairs.$Properties;
    }

    /**
     * Properties of a Keys.
     * @deprecated Use agent.Keys.$Properties instead.
     */
    interface IKeys extends agent.Keys.$Properties {
    }

    /** Represents a Keys. */
    class Keys {

        /**
         * Constructs a new Keys.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Keys.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Keys keys. */
        keys: Uint8Array[];

        /**
         * Creates a new Keys instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Keys instance
         */
        static create(properties: agent.Keys.$Shape): agent.Keys & agent.Keys.$Shape;
        static create(properties?: agent.Keys.$Properties): agent.Keys;

        /**
         * Encodes the specified Keys message. Does not implicitly {@link agent.Keys.verify|verify} messages.
         * @param message Keys message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Keys.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Keys message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Keys & agent.Keys.$Shape} Keys
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Keys & agent.Keys.$Shape;
    }

    namespace Keys {

        /** Properties of a Keys. */
        interface $Properties {

            /** Keys keys */
            keys?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Keys. */
        type $Shape = agent.Keys.$Properties;
    }

    /**
     * Properties of a NodesRequest.
     * @deprecated Use agent.NodesRequest.$Properties instead.
     */
    interface INodesRequest extends agent.NodesRequest.$Properties {
    }

    /** Represents a NodesRequest. */
    class NodesRequest {

        /**
         * Constructs a new NodesRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.NodesRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodesRequest nodeMeta. */
        nodeMeta: { [k: string]: string };

        /** NodesRequest near. */
        near: string;

        /**
         * Creates a new NodesRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodesRequest instance
         */
        static create(properties: agent.NodesRequest.$Shape): agent.NodesRequest & agent.NodesRequest.$Shape;
        static create(properties?: agent.NodesRequest.$Properties): agent.NodesRequest;

        /**
         * Encodes the specified NodesRequest message. Does not implicitly {@link agent.NodesRequest.verify|verify} messages.
         * @param message NodesRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.NodesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodesRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.NodesRequest & agent.NodesRequest.$Shape} NodesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.NodesRequest & agent.NodesRequest.$Shape;
    }

    namespace NodesRequest {

        /** Properties of a NodesRequest. */
        interface $Properties {

            /** NodesRequest nodeMeta */
            nodeMeta?: ({ [k: string]: string }|null);

            /** NodesRequest near */
            near?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NodesRequest. */
        type $Shape = agent.NodesRequest.$Properties;
    }

    /**
     * Properties of a NameRequest.
     * @deprecated Use agent.NameRequest.$Properties instead.
     */
    interface INameRequest extends agent.NameRequest.$Properties {
    }

    /** Represents a NameRequest. */
    class NameRequest {

        /**
         * Constructs a new NameRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.NameRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NameRequest name. */
        name: string;

        /**
         * Creates a new NameRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NameRequest instance
         */
        static create(properties: agent.NameRequest.$Shape): agent.NameRequest & agent.NameRequest.$Shape;
        static create(properties?: agent.NameRequest.$Properties): agent.NameRequest;

        /**
         * Encodes the specified NameRequest message. Does not implicitly {@link agent.NameRequest.verify|verify} messages.
         * @param message NameRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.NameRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NameRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.NameRequest & agent.NameRequest.$Shape} NameRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.NameRequest & agent.NameRequest.$Shape;
    }

    namespace NameRequest {

        /** Properties of a NameRequest. */
        interface $Properties {

            /** NameRequest name */
            name?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NameRequest. */
        type $Shape = agent.NameRequest.$Properties;
    }

    /**
     * Properties of a ServiceRequest.
     * @deprecated Use agent.ServiceRequest.$Properties instead.
     */
    interface IServiceRequest extends agent.ServiceRequest.$Properties {
    }

    /** Represents a ServiceRequest. */
    class ServiceRequest {

        /**
         * Constructs a new ServiceRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.ServiceRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ServiceRequest service. */
        service: string;

        /** ServiceRequest tags. */
        tags: string[];

        /** ServiceRequest nodeMeta. */
        nodeMeta: { [k: string]: string };

        /** ServiceRequest near. */
        near: string;

        /** ServiceRequest passingOnly. */
        passingOnly: boolean;

        /**
         * Creates a new ServiceRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ServiceRequest instance
         */
        static create(properties: agent.ServiceRequest.$Shape): agent.ServiceRequest & agent.ServiceRequest.$Shape;
        static create(properties?: agent.ServiceRequest.$Properties): agent.ServiceRequest;

        /**
         * Encodes the specified ServiceRequest message. Does not implicitly {@link agent.ServiceRequest.verify|verify} messages.
         * @param message ServiceRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.ServiceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ServiceRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.ServiceRequest & agent.ServiceRequest.$Shape} ServiceRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.ServiceRequest & agent.ServiceRequest.$Shape;
    }

    namespace ServiceRequest {

        /** Properties of a ServiceRequest. */
        interface $Properties {

            /** ServiceRequest service */
            service?: (string|null);

            /** ServiceRequest tags */
            tags?: (string[]|null);

            /** ServiceRequest nodeMeta */
            nodeMeta?: ({ [k: string]: string }|null);

            /** ServiceRequest near */
            near?: (string|null);

            /** ServiceRequest passingOnly */
            passingOnly?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ServiceRequest. */
        type $Shape = agent.ServiceRequest.$Properties;
    }

    /**
     * Properties of a ChecksRequest.
     * @deprecated Use agent.ChecksRequest.$Properties instead.
     */
    interface IChecksRequest extends agent.ChecksRequest.$Properties {
    }

    /** Represents a ChecksRequest. */
    class ChecksRequest {

        /**
         * Constructs a new ChecksRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.ChecksRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ChecksRequest name. */
        name: string;

        /** ChecksRequest nodeMeta. */
        nodeMeta: { [k: string]: string };

        /** ChecksRequest near. */
        near: string;

        /**
         * Creates a new ChecksRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ChecksRequest instance
         */
        static create(properties: agent.ChecksRequest.$Shape): agent.ChecksRequest & agent.ChecksRequest.$Shape;
        static create(properties?: agent.ChecksRequest.$Properties): agent.ChecksRequest;

        /**
         * Encodes the specified ChecksRequest message. Does not implicitly {@link agent.ChecksRequest.verify|verify} messages.
         * @param message ChecksRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.ChecksRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ChecksRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.ChecksRequest & agent.ChecksRequest.$Shape} ChecksRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.ChecksRequest & agent.ChecksRequest.$Shape;
    }

    namespace ChecksRequest {

        /** Properties of a ChecksRequest. */
        interface $Properties {

            /** ChecksRequest name */
            name?: (string|null);

            /** ChecksRequest nodeMeta */
            nodeMeta?: ({ [k: string]: string }|null);

            /** ChecksRequest near */
            near?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ChecksRequest. */
        type $Shape = agent.ChecksRequest.$Properties;
    }

    /**
     * Properties of a Nodes.
     * @deprecated Use agent.Nodes.$Properties instead.
     */
    interface INodes extends agent.Nodes.$Properties {
    }

    /** Represents a Nodes. */
    class Nodes {

        /**
         * Constructs a new Nodes.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Nodes.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Nodes nodes. */
        nodes: agent.Node.$Properties[];

        /**
         * Creates a new Nodes instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Nodes instance
         */
        static create(properties: agent.Nodes.$Shape): agent.Nodes & agent.Nodes.$Shape;
        static create(properties?: agent.Nodes.$Properties): agent.Nodes;

        /**
         * Encodes the specified Nodes message. Does not implicitly {@link agent.Nodes.verify|verify} messages.
         * @param message Nodes message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Nodes.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Nodes message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Nodes & agent.Nodes.$Shape} Nodes
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Nodes & agent.Nodes.$Shape;
    }

    namespace Nodes {

        /** Properties of a Nodes. */
        interface $Properties {

            /** Nodes nodes */
            nodes?: (agent.Node.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Nodes. */
        type $Shape = agent.Nodes.$Properties;
    }

    /**
     * Properties of a ServiceTags.
     * @deprecated Use agent.ServiceTags.$Properties instead.
     */
    interface IServiceTags extends agent.ServiceTags.$Properties {
    }

    /** Represents a ServiceTags. */
    class ServiceTags {

        /**
         * Constructs a new ServiceTags.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.ServiceTags.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ServiceTags service. */
        service: string;

        /** ServiceTags tags. */
        tags: string[];

        /**
         * Creates a new ServiceTags instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ServiceTags instance
         */
        static create(properties: agent.ServiceTags.$Shape): agent.ServiceTags & agent.ServiceTags.$Shape;
        static create(properties?: agent.ServiceTags.$Properties): agent.ServiceTags;

        /**
         * Encodes the specified ServiceTags message. Does not implicitly {@link agent.ServiceTags.verify|verify} messages.
         * @param message ServiceTags message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.ServiceTags.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ServiceTags message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.ServiceTags & agent.ServiceTags.$Shape} ServiceTags
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.ServiceTags & agent.ServiceTags.$Shape;
    }

    namespace ServiceTags {

        /** Properties of a ServiceTags. */
        interface $Properties {

            /** ServiceTags service */
            service?: (string|null);

            /** ServiceTags tags */
            tags?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ServiceTags. */
        type $Shape = agent.ServiceTags.$Properties;
    }

    /**
     * Properties of a Services.
     * @deprecated Use agent.Services.$Properties instead.
     */
    interface IServices extends agent.Services.$Properties {
    }

    /** Represents a Services. */
    class Services {

        /**
         * Constructs a new Services.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Services.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Services services. */
        services: agent.ServiceTags.$Properties[];

        /**
         * Creates a new Services instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Services instance
         */
        static create(properties: agent.Services.$Shape): agent.Services & agent.Services.$Shape;
        static create(properties?: agent.Services.$Properties): agent.Services;

        /**
         * Encodes the specified Services message. Does not implicitly {@link agent.Services.verify|verify} messages.
         * @param message Services message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Services.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Services message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Services & agent.Services.$Shape} Services
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Services & agent.Services.$Shape;
    }

    namespace Services {

        /** Properties of a Services. */
        interface $Properties {

            /** Services services */
            services?: (agent.ServiceTags.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Services. */
        type $Shape = agent.Services.$Properties;
    }

    /**
     * Properties of a ServiceInstance.
     * @deprecated Use agent.ServiceInstance.$Properties instead.
     */
    interface IServiceInstance extends agent.ServiceInstance.$Properties {
    }

    /** Represents a ServiceInstance. */
    class ServiceInstance {

        /**
         * Constructs a new ServiceInstance.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.ServiceInstance.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ServiceInstance node. */
        node?: (agent.Node.$Properties|null);

        /** ServiceInstance service. */
        service?: (agent.Service.$Properties|null);

        /** ServiceInstance checks. */
        checks: agent.Check.$Properties[];

        /**
         * Creates a new ServiceInstance instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ServiceInstance instance
         */
        static create(properties: agent.ServiceInstance.$Shape): agent.ServiceInstance & agent.ServiceInstance.$Shape;
        static create(properties?: agent.ServiceInstance.$Properties): agent.ServiceInstance;

        /**
         * Encodes the specified ServiceInstance message. Does not implicitly {@link agent.ServiceInstance.verify|verify} messages.
         * @param message ServiceInstance message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.ServiceInstance.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ServiceInstance message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.ServiceInstance & agent.ServiceInstance.$Shape} ServiceInstance
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.ServiceInstance & agent.ServiceInstance.$Shape;
    }

    namespace ServiceInstance {

        /** Properties of a ServiceInstance. */
        interface $Properties {

            /** ServiceInstance node */
            node?: (agent.Node.$Properties|null);

            /** ServiceInstance service */
            service?: (agent.Service.$Properties|null);

            /** ServiceInstance checks */
            checks?: (agent.Check.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ServiceInstance. */
        type $Shape = agent.ServiceInstance.$Properties;
    }

    /**
     * Properties of a ServiceInstances.
     * @deprecated Use agent.ServiceInstances.$Properties instead.
     */
    interface IServiceInstances extends agent.ServiceInstances.$Properties {
    }

    /** Represents a ServiceInstances. */
    class ServiceInstances {

        /**
         * Constructs a new ServiceInstances.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.ServiceInstances.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ServiceInstances instances. */
        instances: agent.ServiceInstance.$Properties[];

        /**
         * Creates a new ServiceInstances instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ServiceInstances instance
         */
        static create(properties: agent.ServiceInstances.$Shape): agent.ServiceInstances & agent.ServiceInstances.$Shape;
        static create(properties?: agent.ServiceInstances.$Properties): agent.ServiceInstances;

        /**
         * Encodes the specified ServiceInstances message. Does not implicitly {@link agent.ServiceInstances.verify|verify} messages.
         * @param message ServiceInstances message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.ServiceInstances.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ServiceInstances message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.ServiceInstances & agent.ServiceInstances.$Shape} ServiceInstances
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.ServiceInstances & agent.ServiceInstances.$Shape;
    }

    namespace ServiceInstances {

        /** Properties of a ServiceInstances. */
        interface $Properties {

            /** ServiceInstances instances */
            instances?: (agent.ServiceInstance.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ServiceInstances. */
        type $Shape = agent.ServiceInstances.$Properties;
    }

    /**
     * Properties of a NodeDump.
     * @deprecated Use agent.NodeDump.$Properties instead.
     */
    interface INodeDump extends agent.NodeDump.$Properties {
    }

    /** Represents a NodeDump. */
    class NodeDump {

        /**
         * Constructs a new NodeDump.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.NodeDump.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodeDump node. */
        node?: (agent.Node.$Properties|null);

        /** NodeDump services. */
        services: agent.Service.$Properties[];

        /** NodeDump checks. */
        checks: agent.Check.$Properties[];

        /**
         * Creates a new NodeDump instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodeDump instance
         */
        static create(properties: agent.NodeDump.$Shape): agent.NodeDump & agent.NodeDump.$Shape;
        static create(properties?: agent.NodeDump.$Properties): agent.NodeDump;

        /**
         * Encodes the specified NodeDump message. Does not implicitly {@link agent.NodeDump.verify|verify} messages.
         * @param message NodeDump message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.NodeDump.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodeDump message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.NodeDump & agent.NodeDump.$Shape} NodeDump
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.NodeDump & agent.NodeDump.$Shape;
    }

    namespace NodeDump {

        /** Properties of a NodeDump. */
        interface $Properties {

            /** NodeDump node */
            node?: (agent.Node.$Properties|null);

            /** NodeDump services */
            services?: (agent.Service.$Properties[]|null);

            /** NodeDump checks */
            checks?: (agent.Check.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NodeDump. */
        type $Shape = agent.NodeDump.$Properties;
    }

    /**
     * Properties of a FoundNode.
     * @deprecated Use agent.FoundNode.$Properties instead.
     */
    interface IFoundNode extends agent.FoundNode.$Properties {
    }

    /** Represents a FoundNode. */
    class FoundNode {

        /**
         * Constructs a new FoundNode.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.FoundNode.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FoundNode node. */
        node?: (agent.NodeDump.$Properties|null);

        /**
         * Creates a new FoundNode instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FoundNode instance
         */
        static create(properties: agent.FoundNode.$Shape): agent.FoundNode & agent.FoundNode.$Shape;
        static create(properties?: agent.FoundNode.$Properties): agent.FoundNode;

        /**
         * Encodes the specified FoundNode message. Does not implicitly {@link agent.FoundNode.verify|verify} messages.
         * @param message FoundNode message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.FoundNode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FoundNode message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.FoundNode & agent.FoundNode.$Shape} FoundNode
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.FoundNode & agent.FoundNode.$Shape;
    }

    namespace FoundNode {

        /** Properties of a FoundNode. */
        interface $Properties {

            /** FoundNode node */
            node?: (agent.NodeDump.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FoundNode. */
        type $Shape = agent.FoundNode.$Properties;
    }

    /**
     * Properties of a NodeDumps.
     * @deprecated Use agent.NodeDumps.$Properties instead.
     */
    interface INodeDumps extends agent.NodeDumps.$Properties {
    }

    /** Represents a NodeDumps. */
    class NodeDumps {

        /**
         * Constructs a new NodeDumps.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.NodeDumps.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NodeDumps nodes. */
        nodes: agent.NodeDump.$Properties[];

        /**
         * Creates a new NodeDumps instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NodeDumps instance
         */
        static create(properties: agent.NodeDumps.$Shape): agent.NodeDumps & agent.NodeDumps.$Shape;
        static create(properties?: agent.NodeDumps.$Properties): agent.NodeDumps;

        /**
         * Encodes the specified NodeDumps message. Does not implicitly {@link agent.NodeDumps.verify|verify} messages.
         * @param message NodeDumps message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.NodeDumps.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NodeDumps message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.NodeDumps & agent.NodeDumps.$Shape} NodeDumps
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.NodeDumps & agent.NodeDumps.$Shape;
    }

    namespace NodeDumps {

        /** Properties of a NodeDumps. */
        interface $Properties {

            /** NodeDumps nodes */
            nodes?: (agent.NodeDump.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NodeDumps. */
        type $Shape = agent.NodeDumps.$Properties;
    }

    /**
     * Properties of a Checks.
     * @deprecated Use agent.Checks.$Properties instead.
     */
    interface IChecks extends agent.Checks.$Properties {
    }

    /** Represents a Checks. */
    class Checks {

        /**
         * Constructs a new Checks.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Checks.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Checks checks. */
        checks: agent.Check.$Properties[];

        /**
         * Creates a new Checks instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Checks instance
         */
        static create(properties: agent.Checks.$Shape): agent.Checks & agent.Checks.$Shape;
        static create(properties?: agent.Checks.$Properties): agent.Checks;

        /**
         * Encodes the specified Checks message. Does not implicitly {@link agent.Checks.verify|verify} messages.
         * @param message Checks message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Checks.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Checks message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Checks & agent.Checks.$Shape} Checks
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Checks & agent.Checks.$Shape;
    }

    namespace Checks {

        /** Properties of a Checks. */
        interface $Properties {

            /** Checks checks */
            checks?: (agent.Check.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Checks. */
        type $Shape = agent.Checks.$Properties;
    }

    /**
     * Properties of an Areas.
     * @deprecated Use agent.Areas.$Properties instead.
     */
    interface IAreas extends agent.Areas.$Properties {
    }

    /** Represents an Areas. */
    class Areas {

        /**
         * Constructs a new Areas.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Areas.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Areas areas. */
        areas: agent.Area.$Properties[];

        /**
         * Creates a new Areas instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Areas instance
         */
        static create(properties: agent.Areas.$Shape): agent.Areas & agent.Areas.$Shape;
        static create(properties?: agent.Areas.$Properties): agent.Areas;

        /**
         * Encodes the specified Areas message. Does not implicitly {@link agent.Areas.verify|verify} messages.
         * @param message Areas message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Areas.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Areas message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Areas & agent.Areas.$Shape} Areas
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Areas & agent.Areas.$Shape;
    }

    namespace Areas {

        /** Properties of an Areas. */
        interface $Properties {

            /** Areas areas */
            areas?: (agent.Area.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Areas. */
        type $Shape = agent.Areas.$Properties;
    }

    /**
     * Properties of a CoordinatesRequest.
     * @deprecated Use agent.CoordinatesRequest.$Properties instead.
     */
    interface ICoordinatesRequest extends agent.CoordinatesRequest.$Properties {
    }

    /** Represents a CoordinatesRequest. */
    class CoordinatesRequest {

        /**
         * Constructs a new CoordinatesRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.CoordinatesRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CoordinatesRequest segment. */
        segment: string;

        /** CoordinatesRequest isSegmentGiven. */
        isSegmentGiven: boolean;

        /**
         * Creates a new CoordinatesRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns CoordinatesRequest instance
         */
        static create(properties: agent.CoordinatesRequest.$Shape): agent.CoordinatesRequest & agent.CoordinatesRequest.$Shape;
        static create(properties?: agent.CoordinatesRequest.$Properties): agent.CoordinatesRequest;

        /**
         * Encodes the specified CoordinatesRequest message. Does not implicitly {@link agent.CoordinatesRequest.verify|verify} messages.
         * @param message CoordinatesRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.CoordinatesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CoordinatesRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.CoordinatesRequest & agent.CoordinatesRequest.$Shape} CoordinatesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.CoordinatesRequest & agent.CoordinatesRequest.$Shape;
    }

    namespace CoordinatesRequest {

        /** Properties of a CoordinatesRequest. */
        interface $Properties {

            /** CoordinatesRequest segment */
            segment?: (string|null);

            /** CoordinatesRequest isSegmentGiven */
            isSegmentGiven?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CoordinatesRequest. */
        type $Shape = agent.CoordinatesRequest.$Properties;
    }

    /**
     * Properties of a Coordinates.
     * @deprecated Use agent.Coordinates.$Properties instead.
     */
    interface ICoordinates extends agent.Coordinates.$Properties {
    }

    /** Represents a Coordinates. */
    class Coordinates {

        /**
         * Constructs a new Coordinates.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Coordinates.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Coordinates coordinates. */
        coordinates: agent.Coordinate.$Properties[];

        /**
         * Creates a new Coordinates instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Coordinates instance
         */
        static create(properties: agent.Coordinates.$Shape): agent.Coordinates & agent.Coordinates.$Shape;
        static create(properties?: agent.Coordinates.$Properties): agent.Coordinates;

        /**
         * Encodes the specified Coordinates message. Does not implicitly {@link agent.Coordinates.verify|verify} messages.
         * @param message Coordinates message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Coordinates.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Coordinates message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Coordinates & agent.Coordinates.$Shape} Coordinates
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Coordinates & agent.Coordinates.$Shape;
    }

    namespace Coordinates {

        /** Properties of a Coordinates. */
        interface $Properties {

            /** Coordinates coordinates */
            coordinates?: (agent.Coordinate.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Coordinates. */
        type $Shape = agent.Coordinates.$Properties;
    }

    /**
     * Properties of a RequestEnvelope.
     * @deprecated Use agent.RequestEnvelope.$Properties instead.
     */
    interface IRequestEnvelope extends agent.RequestEnvelope.$Properties {
    }

    /** Represents a RequestEnvelope. */
    class RequestEnvelope {

        /**
         * Constructs a new RequestEnvelope.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.RequestEnvelope.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RequestEnvelope endpoint. */
        endpoint: string;

        /** RequestEnvelope datacenter. */
        datacenter: string;

        /** RequestEnvelope token. */
        token: string;

        /** RequestEnvelope consistency. */
        consistency: agent.Consistency;

        /** RequestEnvelope minIndex. */
        minIndex: number;

        /** RequestEnvelope waitMs. */
        waitMs: number;

        /** RequestEnvelope maxStaleMs. */
        maxStaleMs: number;

        /** RequestEnvelope body. */
        body: Uint8Array;

        /**
         * Creates a new RequestEnvelope instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RequestEnvelope instance
         */
        static create(properties: agent.RequestEnvelope.$Shape): agent.RequestEnvelope & agent.RequestEnvelope.$Shape;
        static create(properties?: agent.RequestEnvelope.$Properties): agent.RequestEnvelope;

        /**
         * Encodes the specified RequestEnvelope message. Does not implicitly {@link agent.RequestEnvelope.verify|verify} messages.
         * @param message RequestEnvelope message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.RequestEnvelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RequestEnvelope message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.RequestEnvelope & agent.RequestEnvelope.$Shape} RequestEnvelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.RequestEnvelope & agent.RequestEnvelope.$Shape;
    }

    namespace RequestEnvelope {

        /** Properties of a RequestEnvelope. */
        interface $Properties {

            /** RequestEnvelope endpoint */
            endpoint?: (string|null);

            /** RequestEnvelope datacenter */
            datacenter?: (string|null);

            /** RequestEnvelope token */
            token?: (string|null);

            /** RequestEnvelope consistency */
            consistency?: (agent.Consistency|null);

            /** RequestEnvelope minIndex */
            minIndex?: (number|null);

            /** RequestEnvelope waitMs */
            waitMs?: (number|null);

            /** RequestEnvelope maxStaleMs */
            maxStaleMs?: (number|null);

            /** RequestEnvelope body */
            body?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RequestEnvelope. */
        type $Shape = agent.RequestEnvelope.$Properties;
    }

    /**
     * Properties of an AnswerEnvelope.
     * @deprecated Use agent.AnswerEnvelope.$Properties instead.
     */
    interface IAnswerEnvelope extends agent.AnswerEnvelope.$Properties {
    }

    /** Represents an AnswerEnvelope. */
    class AnswerEnvelope {

        /**
         * Constructs a new AnswerEnvelope.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.AnswerEnvelope.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AnswerEnvelope index. */
        index: number;

        /** AnswerEnvelope lastContactMs. */
        lastContactMs: number;

        /** AnswerEnvelope isLeaderKnown. */
        isLeaderKnown: boolean;

        /** AnswerEnvelope consistency. */
        consistency: agent.Consistency;

        /** AnswerEnvelope body. */
        body: Uint8Array;

        /**
         * Creates a new AnswerEnvelope instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AnswerEnvelope instance
         */
        static create(properties: agent.AnswerEnvelope.$Shape): agent.AnswerEnvelope & agent.AnswerEnvelope.$Shape;
        static create(properties?: agent.AnswerEnvelope.$Properties): agent.AnswerEnvelope;

        /**
         * Encodes the specified AnswerEnvelope message. Does not implicitly {@link agent.AnswerEnvelope.verify|verify} messages.
         * @param message AnswerEnvelope message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.AnswerEnvelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AnswerEnvelope message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.AnswerEnvelope & agent.AnswerEnvelope.$Shape} AnswerEnvelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.AnswerEnvelope & agent.AnswerEnvelope.$Shape;
    }

    namespace AnswerEnvelope {

        /** Properties of an AnswerEnvelope. */
        interface $Properties {

            /** AnswerEnvelope index */
            index?: (number|null);

            /** AnswerEnvelope lastContactMs */
            lastContactMs?: (number|null);

            /** AnswerEnvelope isLeaderKnown */
            isLeaderKnown?: (boolean|null);

            /** AnswerEnvelope consistency */
            consistency?: (agent.Consistency|null);

            /** AnswerEnvelope body */
            body?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AnswerEnvelope. */
        type $Shape = agent.AnswerEnvelope.$Properties;
    }

    /** Consistency enum. */
    enum Consistency {

        /** DEFAULT value */
        DEFAULT = 0,

        /** CONSISTENT value */
        CONSISTENT = 1,

        /** STALE value */
        STALE = 2
    }

    /**
     * Properties of a NoRequest.
     * @deprecated Use agent.NoRequest.$Properties instead.
     */
    interface INoRequest extends agent.NoRequest.$Properties {
    }

    /** Represents a NoRequest. */
    class NoRequest {

        /**
         * Constructs a new NoRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.NoRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new NoRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NoRequest instance
         */
        static create(properties: agent.NoRequest.$Shape): agent.NoRequest & agent.NoRequest.$Shape;
        static create(properties?: agent.NoRequest.$Properties): agent.NoRequest;

        /**
         * Encodes the specified NoRequest message. Does not implicitly {@link agent.NoRequest.verify|verify} messages.
         * @param message NoRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.NoRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NoRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.NoRequest & agent.NoRequest.$Shape} NoRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.NoRequest & agent.NoRequest.$Shape;
    }

    namespace NoRequest {

        /** Properties of a NoRequest. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NoRequest. */
        type $Shape = agent.NoRequest.$Properties;
    }

    /**
     * Properties of a Text.
     * @deprecated Use agent.Text.$Properties instead.
     */
    interface IText extends agent.Text.$Properties {
    }

    /** Represents a Text. */
    class Text {

        /**
         * Constructs a new Text.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Text.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Text text. */
        text: string;

        /**
         * Creates a new Text instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Text instance
         */
        static create(properties: agent.Text.$Shape): agent.Text & agent.Text.$Shape;
        static create(properties?: agent.Text.$Properties): agent.Text;

        /**
         * Encodes the specified Text message. Does not implicitly {@link agent.Text.verify|verify} messages.
         * @param message Text message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Text.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Text message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Text & agent.Text.$Shape} Text
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Text & agent.Text.$Shape;
    }

    namespace Text {

        /** Properties of a Text. */
        interface $Properties {

            /** Text text */
            text?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Text. */
        type $Shape = agent.Text.$Properties;
    }

    /**
     * Properties of a Texts.
     * @deprecated Use agent.Texts.$Properties instead.
     */
    interface ITexts extends agent.Texts.$Properties {
    }

    /** Represents a Texts. */
    class Texts {

        /**
         * Constructs a new Texts.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Texts.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Texts texts. */
        texts: string[];

        /**
         * Creates a new Texts instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Texts instance
         */
        static create(properties: agent.Texts.$Shape): agent.Texts & agent.Texts.$Shape;
        static create(properties?: agent.Texts.$Properties): agent.Texts;

        /**
         * Encodes the specified Texts message. Does not implicitly {@link agent.Texts.verify|verify} messages.
         * @param message Texts message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Texts.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Texts message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Texts & agent.Texts.$Shape} Texts
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Texts & agent.Texts.$Shape;
    }

    namespace Texts {

        /** Properties of a Texts. */
        interface $Properties {

            /** Texts texts */
            texts?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Texts. */
        type $Shape = agent.Texts.$Properties;
    }

    /**
     * Properties of a RaftServers.
     * @deprecated Use agent.RaftServers.$Properties instead.
     */
    interface IRaftServers extends agent.RaftServers.$Properties {
    }

    /** Represents a RaftServers. */
    class RaftServers {

        /**
         * Constructs a new RaftServers.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.RaftServers.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RaftServers servers. */
        servers: agent.RaftServer.$Properties[];

        /** RaftServers index. */
        index: number;

        /**
         * Creates a new RaftServers instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RaftServers instance
         */
        static create(properties: agent.RaftServers.$Shape): agent.RaftServers & agent.RaftServers.$Shape;
        static create(properties?: agent.RaftServers.$Properties): agent.RaftServers;

        /**
         * Encodes the specified RaftServers message. Does not implicitly {@link agent.RaftServers.verify|verify} messages.
         * @param message RaftServers message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.RaftServers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RaftServers message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.RaftServers & agent.RaftServers.$Shape} RaftServers
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.RaftServers & agent.RaftServers.$Shape;
    }

    namespace RaftServers {

        /** Properties of a RaftServers. */
        interface $Properties {

            /** RaftServers servers */
            servers?: (agent.RaftServer.$Properties[]|null);

            /** RaftServers index */
            index?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RaftServers. */
        type $Shape = agent.RaftServers.$Properties;
    }

    /**
     * Properties of a RaftServer.
     * @deprecated Use agent.RaftServer.$Properties instead.
     */
    interface IRaftServer extends agent.RaftServer.$Properties {
    }

    /** Represents a RaftServer. */
    class RaftServer {

        /**
         * Constructs a new RaftServer.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.RaftServer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RaftServer id. */
        id: string;

        /** RaftServer node. */
        node: string;

        /** RaftServer address. */
        address: string;

        /** RaftServer isLeader. */
        isLeader: boolean;

        /** RaftServer isVoter. */
        isVoter: boolean;

        /**
         * Creates a new RaftServer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RaftServer instance
         */
        static create(properties: agent.RaftServer.$Shape): agent.RaftServer & agent.RaftServer.$Shape;
        static create(properties?: agent.RaftServer.$Properties): agent.RaftServer;

        /**
         * Encodes the specified RaftServer message. Does not implicitly {@link agent.RaftServer.verify|verify} messages.
         * @param message RaftServer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.RaftServer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RaftServer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.RaftServer & agent.RaftServer.$Shape} RaftServer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.RaftServer & agent.RaftServer.$Shape;
    }

    namespace RaftServer {

        /** Properties of a RaftServer. */
        interface $Properties {

            /** RaftServer id */
            id?: (string|null);

            /** RaftServer node */
            node?: (string|null);

            /** RaftServer address */
            address?: (string|null);

            /** RaftServer isLeader */
            isLeader?: (boolean|null);

            /** RaftServer isVoter */
            isVoter?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RaftServer. */
        type $Shape = agent.RaftServer.$Properties;
    }

    /**
     * Properties of a RaftPeerRequest.
     * @deprecated Use agent.RaftPeerRequest.$Properties instead.
     */
    interface IRaftPeerRequest extends agent.RaftPeerRequest.$Properties {
    }

    /** Represents a RaftPeerRequest. */
    class RaftPeerRequest {

        /**
         * Constructs a new RaftPeerRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.RaftPeerRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RaftPeerRequest id. */
        id: string;

        /** RaftPeerRequest address. */
        address: string;

        /**
         * Creates a new RaftPeerRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RaftPeerRequest instance
         */
        static create(properties: agent.RaftPeerRequest.$Shape): agent.RaftPeerRequest & agent.RaftPeerRequest.$Shape;
        static create(properties?: agent.RaftPeerRequest.$Properties): agent.RaftPeerRequest;

        /**
         * Encodes the specified RaftPeerRequest message. Does not implicitly {@link agent.RaftPeerRequest.verify|verify} messages.
         * @param message RaftPeerRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.RaftPeerRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RaftPeerRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.RaftPeerRequest & agent.RaftPeerRequest.$Shape} RaftPeerRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.RaftPeerRequest & agent.RaftPeerRequest.$Shape;
    }

    namespace RaftPeerRequest {

        /** Properties of a RaftPeerRequest. */
        interface $Properties {

            /** RaftPeerRequest id */
            id?: (string|null);

            /** RaftPeerRequest address */
            address?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RaftPeerRequest. */
        type $Shape = agent.RaftPeerRequest.$Properties;
    }

    /**
     * Properties of an AreaJoinRequest.
     * @deprecated Use agent.AreaJoinRequest.$Properties instead.
     */
    interface IAreaJoinRequest extends agent.AreaJoinRequest.$Properties {
    }

    /** Represents an AreaJoinRequest. */
    class AreaJoinRequest {

        /**
         * Constructs a new AreaJoinRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.AreaJoinRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AreaJoinRequest areaId. */
        areaId: string;

        /** AreaJoinRequest addresses. */
        addresses: string[];

        /**
         * Creates a new AreaJoinRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AreaJoinRequest instance
         */
        static create(properties: agent.AreaJoinRequest.$Shape): agent.AreaJoinRequest & agent.AreaJoinRequest.$Shape;
        static create(properties?: agent.AreaJoinRequest.$Properties): agent.AreaJoinRequest;

        /**
         * Encodes the specified AreaJoinRequest message. Does not implicitly {@link agent.AreaJoinRequest.verify|verify} messages.
         * @param message AreaJoinRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.AreaJoinRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AreaJoinRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.AreaJoinRequest & agent.AreaJoinRequest.$Shape} AreaJoinRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.AreaJoinRequest & agent.AreaJoinRequest.$Shape;
    }

    namespace AreaJoinRequest {

        /** Properties of an AreaJoinRequest. */
        interface $Properties {

            /** AreaJoinRequest areaId */
            areaId?: (string|null);

            /** AreaJoinRequest addresses */
            addresses?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AreaJoinRequest. */
        type $Shape = agent.AreaJoinRequest.$Properties;
    }

    /**
     * Properties of an AreaJoinResults.
     * @deprecated Use agent.AreaJoinResults.$Properties instead.
     */
    interface IAreaJoinResults extends agent.AreaJoinResults.$Properties {
    }

    /** Represents an AreaJoinResults. */
    class AreaJoinResults {

        /**
         * Constructs a new AreaJoinResults.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.AreaJoinResults.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AreaJoinResults results. */
        results: agent.AreaJoinResult.$Properties[];

        /**
         * Creates a new AreaJoinResults instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AreaJoinResults instance
         */
        static create(properties: agent.AreaJoinResults.$Shape): agent.AreaJoinResults & agent.AreaJoinResults.$Shape;
        static create(properties?: agent.AreaJoinResults.$Properties): agent.AreaJoinResults;

        /**
         * Encodes the specified AreaJoinResults message. Does not implicitly {@link agent.AreaJoinResults.verify|verify} messages.
         * @param message AreaJoinResults message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.AreaJoinResults.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AreaJoinResults message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.AreaJoinResults & agent.AreaJoinResults.$Shape} AreaJoinResults
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.AreaJoinResults & agent.AreaJoinResults.$Shape;
    }

    namespace AreaJoinResults {

        /** Properties of an AreaJoinResults. */
        interface $Properties {

            /** AreaJoinResults results */
            results?: (agent.AreaJoinResult.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AreaJoinResults. */
        type $Shape = agent.AreaJoinResults.$Properties;
    }

    /**
     * Properties of an AreaJoinResult.
     * @deprecated Use agent.AreaJoinResult.$Properties instead.
     */
    interface IAreaJoinResult extends agent.AreaJoinResult.$Properties {
    }

    /** Represents an AreaJoinResult. */
    class AreaJoinResult {

        /**
         * Constructs a new AreaJoinResult.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.AreaJoinResult.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AreaJoinResult address. */
        address: string;

        /** AreaJoinResult isJoined. */
        isJoined: boolean;

        /** AreaJoinResult error. */
        error: string;

        /**
         * Creates a new AreaJoinResult instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AreaJoinResult instance
         */
        static create(properties: agent.AreaJoinResult.$Shape): agent.AreaJoinResult & agent.AreaJoinResult.$Shape;
        static create(properties?: agent.AreaJoinResult.$Properties): agent.AreaJoinResult;

        /**
         * Encodes the specified AreaJoinResult message. Does not implicitly {@link agent.AreaJoinResult.verify|verify} messages.
         * @param message AreaJoinResult message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.AreaJoinResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AreaJoinResult message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.AreaJoinResult & agent.AreaJoinResult.$Shape} AreaJoinResult
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.AreaJoinResult & agent.AreaJoinResult.$Shape;
    }

    namespace AreaJoinResult {

        /** Properties of an AreaJoinResult. */
        interface $Properties {

            /** AreaJoinResult address */
            address?: (string|null);

            /** AreaJoinResult isJoined */
            isJoined?: (boolean|null);

            /** AreaJoinResult error */
            error?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AreaJoinResult. */
        type $Shape = agent.AreaJoinResult.$Properties;
    }

    /**
     * Properties of an AreaMembersRequest.
     * @deprecated Use agent.AreaMembersRequest.$Properties instead.
     */
    interface IAreaMembersRequest extends agent.AreaMembersRequest.$Properties {
    }

    /** Represents an AreaMembersRequest. */
    class AreaMembersRequest {

        /**
         * Constructs a new AreaMembersRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.AreaMembersRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AreaMembersRequest areaId. */
        areaId: string;

        /**
         * Creates a new AreaMembersRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AreaMembersRequest instance
         */
        static create(properties: agent.AreaMembersRequest.$Shape): agent.AreaMembersRequest & agent.AreaMembersRequest.$Shape;
        static create(properties?: agent.AreaMembersRequest.$Properties): agent.AreaMembersRequest;

        /**
         * Encodes the specified AreaMembersRequest message. Does not implicitly {@link agent.AreaMembersRequest.verify|verify} messages.
         * @param message AreaMembersRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.AreaMembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AreaMembersRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.AreaMembersRequest & agent.AreaMembersRequest.$Shape} AreaMembersRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.AreaMembersRequest & agent.AreaMembersRequest.$Shape;
    }

    namespace AreaMembersRequest {

        /** Properties of an AreaMembersRequest. */
        interface $Properties {

            /** AreaMembersRequest areaId */
            areaId?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AreaMembersRequest. */
        type $Shape = agent.AreaMembersRequest.$Properties;
    }

    /**
     * Properties of an AreaMembers.
     * @deprecated Use agent.AreaMembers.$Properties instead.
     */
    interface IAreaMembers extends agent.AreaMembers.$Properties {
    }

    /** Represents an AreaMembers. */
    class AreaMembers {

        /**
         * Constructs a new AreaMembers.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.AreaMembers.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AreaMembers members. */
        members: agent.AreaMember.$Properties[];

        /**
         * Creates a new AreaMembers instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AreaMembers instance
         */
        static create(properties: agent.AreaMembers.$Shape): agent.AreaMembers & agent.AreaMembers.$Shape;
        static create(properties?: agent.AreaMembers.$Properties): agent.AreaMembers;

        /**
         * Encodes the specified AreaMembers message. Does not implicitly {@link agent.AreaMembers.verify|verify} messages.
         * @param message AreaMembers message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.AreaMembers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AreaMembers message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.AreaMembers & agent.AreaMembers.$Shape} AreaMembers
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.AreaMembers & agent.AreaMembers.$Shape;
    }

    namespace AreaMembers {

        /** Properties of an AreaMembers. */
        interface $Properties {

            /** AreaMembers members */
            members?: (agent.AreaMember.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AreaMembers. */
        type $Shape = agent.AreaMembers.$Properties;
    }

    /**
     * Properties of an AreaMember.
     * @deprecated Use agent.AreaMember.$Properties instead.
     */
    interface IAreaMember extends agent.AreaMember.$Properties {
    }

    /** Represents an AreaMember. */
    class AreaMember {

        /**
         * Constructs a new AreaMember.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.AreaMember.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AreaMember id. */
        id: string;

        /** AreaMember name. */
        name: string;

        /** AreaMember address. */
        address: string;

        /** AreaMember port. */
        port: number;

        /** AreaMember datacenter. */
        datacenter: string;

        /** AreaMember build. */
        build: string;

        /** AreaMember protocol. */
        protocol: number;

        /** AreaMember status. */
        status: string;

        /** AreaMember rttSeconds. */
        rttSeconds?: (number|null);

        /**
         * Creates a new AreaMember instance using the specified properties.
         * @param [properties] Properties to set
         * @returns AreaMember instance
         */
        static create(properties: agent.AreaMember.$Shape): agent.AreaMember & agent.AreaMember.$Shape;
        static create(properties?: agent.AreaMember.$Properties): agent.AreaMember;

        /**
         * Encodes the specified AreaMember message. Does not implicitly {@link agent.AreaMember.verify|verify} messages.
         * @param message AreaMember message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.AreaMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AreaMember message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.AreaMember & agent.AreaMember.$Shape} AreaMember
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.AreaMember & agent.AreaMember.$Shape;
    }

    namespace AreaMember {

        /** Properties of an AreaMember. */
        interface $Properties {

            /** AreaMember id */
            id?: (string|null);

            /** AreaMember name */
            name?: (string|null);

            /** AreaMember address */
            address?: (string|null);

            /** AreaMember port */
            port?: (number|null);

            /** AreaMember datacenter */
            datacenter?: (string|null);

            /** AreaMember build */
            build?: (string|null);

            /** AreaMember protocol */
            protocol?: (number|null);

            /** AreaMember status */
            status?: (string|null);

            /** AreaMember rttSeconds */
            rttSeconds?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AreaMember. */
        type $Shape = agent.AreaMember.$Properties;
    }

    /**
     * Properties of a DatacenterMaps.
     * @deprecated Use agent.DatacenterMaps.$Properties instead.
     */
    interface IDatacenterMaps extends agent.DatacenterMaps.$Properties {
    }

    /** Represents a DatacenterMaps. */
    class DatacenterMaps {

        /**
         * Constructs a new DatacenterMaps.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.DatacenterMaps.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DatacenterMaps maps. */
        maps: agent.DatacenterMap.$Properties[];

        /**
         * Creates a new DatacenterMaps instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DatacenterMaps instance
         */
        static create(properties: agent.DatacenterMaps.$Shape): agent.DatacenterMaps & agent.DatacenterMaps.$Shape;
        static create(properties?: agent.DatacenterMaps.$Properties): agent.DatacenterMaps;

        /**
         * Encodes the specified DatacenterMaps message. Does not implicitly {@link agent.DatacenterMaps.verify|verify} messages.
         * @param message DatacenterMaps message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.DatacenterMaps.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DatacenterMaps message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.DatacenterMaps & agent.DatacenterMaps.$Shape} DatacenterMaps
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.DatacenterMaps & agent.DatacenterMaps.$Shape;
    }

    namespace DatacenterMaps {

        /** Properties of a DatacenterMaps. */
        interface $Properties {

            /** DatacenterMaps maps */
            maps?: (agent.DatacenterMap.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DatacenterMaps. */
        type $Shape = agent.DatacenterMaps.$Properties;
    }

    /**
     * Properties of a DatacenterMap.
     * @deprecated Use agent.DatacenterMap.$Properties instead.
     */
    interface IDatacenterMap extends agent.DatacenterMap.$Properties {
    }

    /** Represents a DatacenterMap. */
    class DatacenterMap {

        /**
         * Constructs a new DatacenterMap.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.DatacenterMap.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DatacenterMap datacenter. */
        datacenter: string;

        /** DatacenterMap areaId. */
        areaId: string;

        /** DatacenterMap coordinates. */
        coordinates: agent.Coordinate.$Properties[];

        /**
         * Creates a new DatacenterMap instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DatacenterMap instance
         */
        static create(properties: agent.DatacenterMap.$Shape): agent.DatacenterMap & agent.DatacenterMap.$Shape;
        static create(properties?: agent.DatacenterMap.$Properties): agent.DatacenterMap;

        /**
         * Encodes the specified DatacenterMap message. Does not implicitly {@link agent.DatacenterMap.verify|verify} messages.
         * @param message DatacenterMap message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.DatacenterMap.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DatacenterMap message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.DatacenterMap & agent.DatacenterMap.$Shape} DatacenterMap
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.DatacenterMap & agent.DatacenterMap.$Shape;
    }

    namespace DatacenterMap {

        /** Properties of a DatacenterMap. */
        interface $Properties {

            /** DatacenterMap datacenter */
            datacenter?: (string|null);

            /** DatacenterMap areaId */
            areaId?: (string|null);

            /** DatacenterMap coordinates */
            coordinates?: (agent.Coordinate.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DatacenterMap. */
        type $Shape = agent.DatacenterMap.$Properties;
    }

    /**
     * Properties of a SnapshotRecord.
     * @deprecated Use agent.SnapshotRecord.$Properties instead.
     */
    interface ISnapshotRecord extends agent.SnapshotRecord.$Properties {
    }

    /** Represents a SnapshotRecord. */
    class SnapshotRecord {

        /**
         * Constructs a new SnapshotRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.SnapshotRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SnapshotRecord header. */
        header?: (agent.SnapshotHeader.$Properties|null);

        /** SnapshotRecord node. */
        node?: (agent.Node.$Properties|null);

        /** SnapshotRecord service. */
        service?: (agent.Service.$Properties|null);

        /** SnapshotRecord check. */
        check?: (agent.Check.$Properties|null);

        /** SnapshotRecord kv. */
        kv?: (agent.KvPair.$Properties|null);

        /** SnapshotRecord tombstone. */
        tombstone?: (agent.Tombstone.$Properties|null);

        /** SnapshotRecord area. */
        area?: (agent.Area.$Properties|null);

        /** SnapshotRecord coordinate. */
        coordinate?: (agent.Coordinate.$Properties|null);

        /** SnapshotRecord serviceIndex. */
        serviceIndex?: (agent.ServiceIndex.$Properties|null);

        /** SnapshotRecord trailer. */
        trailer?: (agent.SnapshotTrailer.$Properties|null);

        /** SnapshotRecord body. */
        body?: ("header"|"node"|"service"|"check"|"kv"|"tombstone"|"area"|"coordinate"|"serviceIndex"|"trailer");

        /**
         * Creates a new SnapshotRecord instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SnapshotRecord instance
         */
        static create(properties: agent.SnapshotRecord.$Shape): agent.SnapshotRecord & agent.SnapshotRecord.$Shape;
        static create(properties?: agent.SnapshotRecord.$Properties): agent.SnapshotRecord;

        /**
         * Encodes the specified SnapshotRecord message. Does not implicitly {@link agent.SnapshotRecord.verify|verify} messages.
         * @param message SnapshotRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.SnapshotRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SnapshotRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.SnapshotRecord & agent.SnapshotRecord.$Shape} SnapshotRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.SnapshotRecord & agent.SnapshotRecord.$Shape;
    }

    namespace SnapshotRecord {

        /** Properties of a SnapshotRecord. */
        interface $Properties {

            /** SnapshotRecord header */
            header?: (agent.SnapshotHeader.$Properties|null);

            /** SnapshotRecord node */
            node?: (agent.Node.$Properties|null);

            /** SnapshotRecord service */
            service?: (agent.Service.$Properties|null);

            /** SnapshotRecord check */
            check?: (agent.Check.$Properties|null);

            /** SnapshotRecord kv */
            kv?: (agent.KvPair.$Properties|null);

            /** SnapshotRecord tombstone */
            tombstone?: (agent.Tombstone.$Properties|null);

            /** SnapshotRecord area */
            area?: (agent.Area.$Properties|null);

            /** SnapshotRecord coordinate */
            coordinate?: (agent.Coordinate.$Properties|null);

            /** SnapshotRecord serviceIndex */
            serviceIndex?: (agent.ServiceIndex.$Properties|null);

            /** SnapshotRecord trailer */
            trailer?: (agent.SnapshotTrailer.$Properties|null);

            /** SnapshotRecord body */
            body?: ("header"|"node"|"service"|"check"|"kv"|"tombstone"|"area"|"coordinate"|"serviceIndex"|"trailer");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a SnapshotRecord. */
        type $Shape = {
          header?: agent.SnapshotHeader.$Shape|null;
          node?: agent.Node.$Shape|null;
          service?: agent.Service.$Shape|null;
          check?: agent.Check.$Shape|null;
          kv?: agent.KvPair.$Shape|null;
          tombstone?: agent.Tombstone.$Shape|null;
          area?: agent.Area.$Shape|null;
          coordinate?: agent.Coordinate.$Shape|null;
          serviceIndex?: agent.ServiceIndex.$Shape|null;
          trailer?: agent.SnapshotTrailer.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "header"; header: agent.SnapshotHeader.$Shape; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "node"; header?: null; node: agent.Node.$Shape; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "service"; header?: null; node?: null; service: agent.Service.$Shape; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "check"; header?: null; node?: null; service?: null; check: agent.Check.$Shape; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "kv"; header?: null; node?: null; service?: null; check?: null; kv: agent.KvPair.$Shape; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "tombstone"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone: agent.Tombstone.$Shape; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "area"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area: agent.Area.$Shape; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "coordinate"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate: agent.Coordinate.$Shape; serviceIndex?: null; trailer?: null }|{ body?: "serviceIndex"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex: agent.ServiceIndex.$Shape; trailer?: null }|{ body?: "trailer"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer: agent.SnapshotTrailer.$Shape })
        );
    }

    /**
     * Properties of a SnapshotHeader.
     * @deprecated Use agent.SnapshotHeader.$Properties instead.
     */
    interface ISnapshotHeader extends agent.SnapshotHeader.$Properties {
    }

    /** Represents a SnapshotHeader. */
    class SnapshotHeader {

        /**
         * Constructs a new SnapshotHeader.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.SnapshotHeader.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SnapshotHeader formatVersion. */
        formatVersion: number;

        /** SnapshotHeader tableIndexes. */
        tableIndexes: { [k: string]: number };

        /**
         * Creates a new SnapshotHeader instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SnapshotHeader instance
         */
        static create(properties: agent.SnapshotHeader.$Shape): agent.SnapshotHeader & agent.SnapshotHeader.$Shape;
        static create(properties?: agent.SnapshotHeader.$Properties): agent.SnapshotHeader;

        /**
         * Encodes the specified SnapshotHeader message. Does not implicitly {@link agent.SnapshotHeader.verify|verify} messages.
         * @param message SnapshotHeader message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.SnapshotHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SnapshotHeader message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.SnapshotHeader & agent.SnapshotHeader.$Shape} SnapshotHeader
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.SnapshotHeader & agent.SnapshotHeader.$Shape;
    }

    namespace SnapshotHeader {

        /** Properties of a SnapshotHeader. */
        interface $Properties {

            /** SnapshotHeader formatVersion */
            formatVersion?: (number|null);

            /** SnapshotHeader tableIndexes */
            tableIndexes?: ({ [k: string]: number }|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SnapshotHeader. */
        type $Shape = agent.SnapshotHeader.$Properties;
    }

    /**
     * Properties of a Tombstone.
     * @deprecated Use agent.Tombstone.$Properties instead.
     */
    interface ITombstone extends agent.Tombstone.$Properties {
    }

    /** Represents a Tombstone. */
    class Tombstone {

        /**
         * Constructs a new Tombstone.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.Tombstone.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Tombstone key. */
        key: Uint8Array;

        /** Tombstone index. */
        index: number;

        /**
         * Creates a new Tombstone instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Tombstone instance
         */
        static create(properties: agent.Tombstone.$Shape): agent.Tombstone & agent.Tombstone.$Shape;
        static create(properties?: agent.Tombstone.$Properties): agent.Tombstone;

        /**
         * Encodes the specified Tombstone message. Does not implicitly {@link agent.Tombstone.verify|verify} messages.
         * @param message Tombstone message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.Tombstone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Tombstone message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.Tombstone & agent.Tombstone.$Shape} Tombstone
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.Tombstone & agent.Tombstone.$Shape;
    }

    namespace Tombstone {

        /** Properties of a Tombstone. */
        interface $Properties {

            /** Tombstone key */
            key?: (Uint8Array|null);

            /** Tombstone index */
            index?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Tombstone. */
        type $Shape = agent.Tombstone.$Properties;
    }

    /**
     * Properties of a ServiceIndex.
     * @deprecated Use agent.ServiceIndex.$Properties instead.
     */
    interface IServiceIndex extends agent.ServiceIndex.$Properties {
    }

    /** Represents a ServiceIndex. */
    class ServiceIndex {

        /**
         * Constructs a new ServiceIndex.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.ServiceIndex.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ServiceIndex service. */
        service: string;

        /** ServiceIndex index. */
        index: number;

        /**
         * Creates a new ServiceIndex instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ServiceIndex instance
         */
        static create(properties: agent.ServiceIndex.$Shape): agent.ServiceIndex & agent.ServiceIndex.$Shape;
        static create(properties?: agent.ServiceIndex.$Properties): agent.ServiceIndex;

        /**
         * Encodes the specified ServiceIndex message. Does not implicitly {@link agent.ServiceIndex.verify|verify} messages.
         * @param message ServiceIndex message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.ServiceIndex.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ServiceIndex message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.ServiceIndex & agent.ServiceIndex.$Shape} ServiceIndex
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.ServiceIndex & agent.ServiceIndex.$Shape;
    }

    namespace ServiceIndex {

        /** Properties of a ServiceIndex. */
        interface $Properties {

            /** ServiceIndex service */
            service?: (string|null);

            /** ServiceIndex index */
            index?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ServiceIndex. */
        type $Shape = agent.ServiceIndex.$Properties;
    }

    /**
     * Properties of a SnapshotTrailer.
     * @deprecated Use agent.SnapshotTrailer.$Properties instead.
     */
    interface ISnapshotTrailer extends agent.SnapshotTrailer.$Properties {
    }

    /** Represents a SnapshotTrailer. */
    class SnapshotTrailer {

        /**
         * Constructs a new SnapshotTrailer.
         * @param [properties] Properties to set
         */
        constructor(properties?: agent.SnapshotTrailer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SnapshotTrailer recordCount. */
        recordCount: number;

        /** SnapshotTrailer hashLow. */
        hashLow: number;

        /** SnapshotTrailer hashHigh. */
        hashHigh: number;

        /**
         * Creates a new SnapshotTrailer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SnapshotTrailer instance
         */
        static create(properties: agent.SnapshotTrailer.$Shape): agent.SnapshotTrailer & agent.SnapshotTrailer.$Shape;
        static create(properties?: agent.SnapshotTrailer.$Properties): agent.SnapshotTrailer;

        /**
         * Encodes the specified SnapshotTrailer message. Does not implicitly {@link agent.SnapshotTrailer.verify|verify} messages.
         * @param message SnapshotTrailer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: agent.SnapshotTrailer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SnapshotTrailer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {agent.SnapshotTrailer & agent.SnapshotTrailer.$Shape} SnapshotTrailer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): agent.SnapshotTrailer & agent.SnapshotTrailer.$Shape;
    }

    namespace SnapshotTrailer {

        /** Properties of a SnapshotTrailer. */
        interface $Properties {

            /** SnapshotTrailer recordCount */
            recordCount?: (number|null);

            /** SnapshotTrailer hashLow */
            hashLow?: (number|null);

            /** SnapshotTrailer hashHigh */
            hashHigh?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SnapshotTrailer. */
        type $Shape = agent.SnapshotTrailer.$Properties;
    }
}
