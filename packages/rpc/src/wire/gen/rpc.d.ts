import * as $protobuf from "../../protobuf/index.js";

/** Namespace konsul. */
export namespace konsul {

    /** Namespace rpc. */
    namespace rpc {

        /**
         * Properties of a Hello.
         * @deprecated Use konsul.rpc.Hello.$Properties instead.
         */
        interface IHello extends konsul.rpc.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello protocol. */
            protocol: string;

            /** Hello versionMin. */
            versionMin: number;

            /** Hello versionMax. */
            versionMax: number;

            /** Hello capabilities. */
            capabilities: string[];

            /** Hello datacenter. */
            datacenter: string;

            /** Hello area. */
            area: string;

            /** Hello nodeName. */
            nodeName: string;

            /** Hello nodeId. */
            nodeId: string;

            /** Hello frameBytesMax. */
            frameBytesMax: number;

            /**
             * Creates a new Hello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hello instance
             */
            static create(properties: konsul.rpc.Hello.$Shape): konsul.rpc.Hello & konsul.rpc.Hello.$Shape;
            static create(properties?: konsul.rpc.Hello.$Properties): konsul.rpc.Hello;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link konsul.rpc.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.Hello & konsul.rpc.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.Hello & konsul.rpc.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello protocol */
                protocol?: (string|null);

                /** Hello versionMin */
                versionMin?: (number|null);

                /** Hello versionMax */
                versionMax?: (number|null);

                /** Hello capabilities */
                capabilities?: (string[]|null);

                /** Hello datacenter */
                datacenter?: (string|null);

                /** Hello area */
                area?: (string|null);

                /** Hello nodeName */
                nodeName?: (string|null);

                /** Hello nodeId */
                nodeId?: (string|null);

                /** Hello frameBytesMax */
                frameBytesMax?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = konsul.rpc.Hello.$Properties;
        }

        /**
         * Properties of a HelloAck.
         * @deprecated Use konsul.rpc.HelloAck.$Properties instead.
         */
        interface IHelloAck extends konsul.rpc.HelloAck.$Properties {
        }

        /** Represents a HelloAck. */
        class HelloAck {

            /**
             * Constructs a new HelloAck.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.HelloAck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HelloAck version. */
            version: number;

            /** HelloAck capabilities. */
            capabilities: string[];

            /** HelloAck datacenter. */
            datacenter: string;

            /** HelloAck nodeName. */
            nodeName: string;

            /** HelloAck nodeId. */
            nodeId: string;

            /** HelloAck frameBytesMax. */
            frameBytesMax: number;

            /** HelloAck error. */
            error?: (konsul.rpc.Error.$Properties|null);

            /**
             * Creates a new HelloAck instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HelloAck instance
             */
            static create(properties: konsul.rpc.HelloAck.$Shape): konsul.rpc.HelloAck & konsul.rpc.HelloAck.$Shape;
            static create(properties?: konsul.rpc.HelloAck.$Properties): konsul.rpc.HelloAck;

            /**
             * Encodes the specified HelloAck message. Does not implicitly {@link konsul.rpc.HelloAck.verify|verify} messages.
             * @param message HelloAck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.HelloAck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HelloAck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.HelloAck & konsul.rpc.HelloAck.$Shape} HelloAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.HelloAck & konsul.rpc.HelloAck.$Shape;
        }

        namespace HelloAck {

            /** Properties of a HelloAck. */
            interface $Properties {

                /** HelloAck version */
                version?: (number|null);

                /** HelloAck capabilities */
                capabilities?: (string[]|null);

                /** HelloAck datacenter */
                datacenter?: (string|null);

                /** HelloAck nodeName */
                nodeName?: (string|null);

                /** HelloAck nodeId */
                nodeId?: (string|null);

                /** HelloAck frameBytesMax */
                frameBytesMax?: (number|null);

                /** HelloAck error */
                error?: (konsul.rpc.Error.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HelloAck. */
            type $Shape = konsul.rpc.HelloAck.$Properties;
        }

        /**
         * Properties of an Error.
         * @deprecated Use konsul.rpc.Error.$Properties instead.
         */
        interface IError extends konsul.rpc.Error.$Properties {
        }

        /** Represents an Error. */
        class Error {

            /**
             * Constructs a new Error.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.Error.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Error code. */
            code: string;

            /** Error message. */
            message: string;

            /** Error notRun. */
            notRun: boolean;

            /** Error byProtocol. */
            byProtocol: boolean;

            /**
             * Creates a new Error instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Error instance
             */
            static create(properties: konsul.rpc.Error.$Shape): konsul.rpc.Error & konsul.rpc.Error.$Shape;
            static create(properties?: konsul.rpc.Error.$Properties): konsul.rpc.Error;

            /**
             * Encodes the specified Error message. Does not implicitly {@link konsul.rpc.Error.verify|verify} messages.
             * @param message Error message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.Error.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Error message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.Error & konsul.rpc.Error.$Shape} Error
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.Error & konsul.rpc.Error.$Shape;
        }

        namespace Error {

            /** Properties of an Error. */
            interface $Properties {

                /** Error code */
                code?: (string|null);

                /** Error message */
                message?: (string|null);

                /** Error notRun */
                notRun?: (boolean|null);

                /** Error byProtocol */
                byProtocol?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Error. */
            type $Shape = konsul.rpc.Error.$Properties;
        }

        /**
         * Properties of a Frame.
         * @deprecated Use konsul.rpc.Frame.$Properties instead.
         */
        interface IFrame extends konsul.rpc.Frame.$Properties {
        }

        /** Represents a Frame. */
        class Frame {

            /**
             * Constructs a new Frame.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.Frame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Frame request. */
            request?: (konsul.rpc.Request.$Properties|null);

            /** Frame response. */
            response?: (konsul.rpc.Response.$Properties|null);

            /** Frame cancel. */
            cancel?: (konsul.rpc.Cancel.$Properties|null);

            /** Frame credit. */
            credit?: (konsul.rpc.Credit.$Properties|null);

            /** Frame ping. */
            ping?: (konsul.rpc.Ping.$Properties|null);

            /** Frame pong. */
            pong?: (konsul.rpc.Pong.$Properties|null);

            /** Frame goAway. */
            goAway?: (konsul.rpc.GoAway.$Properties|null);

            /** Frame kind. */
            kind?: ("request"|"response"|"cancel"|"credit"|"ping"|"pong"|"goAway");

            /**
             * Creates a new Frame instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Frame instance
             */
            static create(properties: konsul.rpc.Frame.$Shape): konsul.rpc.Frame & konsul.rpc.Frame.$Shape;
            static create(properties?: konsul.rpc.Frame.$Properties): konsul.rpc.Frame;

            /**
             * Encodes the specified Frame message. Does not implicitly {@link konsul.rpc.Frame.verify|verify} messages.
             * @param message Frame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Frame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.Frame & konsul.rpc.Frame.$Shape} Frame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.Frame & konsul.rpc.Frame.$Shape;
        }

        namespace Frame {

            /** Properties of a Frame. */
            interface $Properties {

                /** Frame request */
                request?: (konsul.rpc.Request.$Properties|null);

                /** Frame response */
                response?: (konsul.rpc.Response.$Properties|null);

                /** Frame cancel */
                cancel?: (konsul.rpc.Cancel.$Properties|null);

                /** Frame credit */
                credit?: (konsul.rpc.Credit.$Properties|null);

                /** Frame ping */
                ping?: (konsul.rpc.Ping.$Properties|null);

                /** Frame pong */
                pong?: (konsul.rpc.Pong.$Properties|null);

                /** Frame goAway */
                goAway?: (konsul.rpc.GoAway.$Properties|null);

                /** Frame kind */
                kind?: ("request"|"response"|"cancel"|"credit"|"ping"|"pong"|"goAway");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Frame. */
            type $Shape = {
              request?: konsul.rpc.Request.$Shape|null;
              response?: konsul.rpc.Response.$Shape|null;
              cancel?: konsul.rpc.Cancel.$Shape|null;
              credit?: konsul.rpc.Credit.$Shape|null;
              ping?: konsul.rpc.Ping.$Shape|null;
              pong?: konsul.rpc.Pong.$Shape|null;
              goAway?: konsul.rpc.GoAway.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; request?: null; response?: null; cancel?: null; credit?: null; ping?: null; pong?: null; goAway?: null }|{ kind?: "request"; request: konsul.rpc.Request.$Shape; response?: null; cancel?: null; credit?: null; ping?: null; pong?: null; goAway?: null }|{ kind?: "response"; request?: null; response: konsul.rpc.Response.$Shape; cancel?: null; credit?: null; ping?: null; pong?: null; goAway?: null }|{ kind?: "cancel"; request?: null; response?: null; cancel: konsul.rpc.Cancel.$Shape; credit?: null; ping?: null; pong?: null; goAway?: null }|{ kind?: "credit"; request?: null; response?: null; cancel?: null; credit: konsul.rpc.Credit.$Shape; ping?: null; pong?: null; goAway?: null }|{ kind?: "ping"; request?: null; response?: null; cancel?: null; credit?: null; ping: konsul.rpc.Ping.$Shape; pong?: null; goAway?: null }|{ kind?: "pong"; request?: null; response?: null; cancel?: null; credit?: null; ping?: null; pong: konsul.rpc.Pong.$Shape; goAway?: null }|{ kind?: "goAway"; request?: null; response?: null; cancel?: null; credit?: null; ping?: null; pong?: null; goAway: konsul.rpc.GoAway.$Shape })
            );
        }

        /**
         * Properties of a Request.
         * @deprecated Use konsul.rpc.Request.$Properties instead.
         */
        interface IRequest extends konsul.rpc.Request.$Properties {
        }

        /** Represents a Request. */
        class Request {

            /**
             * Constructs a new Request.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.Request.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Request id. */
            id: number;

            /** Request method. */
            method: string;

            /** Request deadlineMs. */
            deadlineMs: number;

            /** Request windowBytes. */
            windowBytes: number;

            /** Request body. */
            body: Uint8Array;

            /**
             * Creates a new Request instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Request instance
             */
            static create(properties: konsul.rpc.Request.$Shape): konsul.rpc.Request & konsul.rpc.Request.$Shape;
            static create(properties?: konsul.rpc.Request.$Properties): konsul.rpc.Request;

            /**
             * Encodes the specified Request message. Does not implicitly {@link konsul.rpc.Request.verify|verify} messages.
             * @param message Request message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.Request.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Request message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.Request & konsul.rpc.Request.$Shape} Request
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.Request & konsul.rpc.Request.$Shape;
        }

        namespace Request {

            /** Properties of a Request. */
            interface $Properties {

                /** Request id */
                id?: (number|null);

                /** Request method */
                method?: (string|null);

                /** Request deadlineMs */
                deadlineMs?: (number|null);

                /** Request windowBytes */
                windowBytes?: (number|null);

                /** Request body */
                body?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Request. */
            type $Shape = konsul.rpc.Request.$Properties;
        }

        /**
         * Properties of a Response.
         * @deprecated Use konsul.rpc.Response.$Properties instead.
         */
        interface IResponse extends konsul.rpc.Response.$Properties {
        }

        /** Represents a Response. */
        class Response {

            /**
             * Constructs a new Response.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.Response.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Response id. */
            id: number;

            /** Response more. */
            more: boolean;

            /** Response error. */
            error?: (konsul.rpc.Error.$Properties|null);

            /** Response body. */
            body: Uint8Array;

            /**
             * Creates a new Response instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Response instance
             */
            static create(properties: konsul.rpc.Response.$Shape): konsul.rpc.Response & konsul.rpc.Response.$Shape;
            static create(properties?: konsul.rpc.Response.$Properties): konsul.rpc.Response;

            /**
             * Encodes the specified Response message. Does not implicitly {@link konsul.rpc.Response.verify|verify} messages.
             * @param message Response message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.Response.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Response message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.Response & konsul.rpc.Response.$Shape} Response
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.Response & konsul.rpc.Response.$Shape;
        }

        namespace Response {

            /** Properties of a Response. */
            interface $Properties {

                /** Response id */
                id?: (number|null);

                /** Response more */
                more?: (boolean|null);

                /** Response error */
                error?: (konsul.rpc.Error.$Properties|null);

                /** Response body */
                body?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Response. */
            type $Shape = konsul.rpc.Response.$Properties;
        }

        /**
         * Properties of a Cancel.
         * @deprecated Use konsul.rpc.Cancel.$Properties instead.
         */
        interface ICancel extends konsul.rpc.Cancel.$Properties {
        }

        /** Represents a Cancel. */
        class Cancel {

            /**
             * Constructs a new Cancel.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.Cancel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Cancel id. */
            id: number;

            /**
             * Creates a new Cancel instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Cancel instance
             */
            static create(properties: konsul.rpc.Cancel.$Shape): konsul.rpc.Cancel & konsul.rpc.Cancel.$Shape;
            static create(properties?: konsul.rpc.Cancel.$Properties): konsul.rpc.Cancel;

            /**
             * Encodes the specified Cancel message. Does not implicitly {@link konsul.rpc.Cancel.verify|verify} messages.
             * @param message Cancel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.Cancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Cancel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.Cancel & konsul.rpc.Cancel.$Shape} Cancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.Cancel & konsul.rpc.Cancel.$Shape;
        }

        namespace Cancel {

            /** Properties of a Cancel. */
            interface $Properties {

                /** Cancel id */
                id?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Cancel. */
            type $Shape = konsul.rpc.Cancel.$Properties;
        }

        /**
         * Properties of a Credit.
         * @deprecated Use konsul.rpc.Credit.$Properties instead.
         */
        interface ICredit extends konsul.rpc.Credit.$Properties {
        }

        /** Represents a Credit. */
        class Credit {

            /**
             * Constructs a new Credit.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.Credit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Credit id. */
            id: number;

            /** Credit bytes. */
            bytes: number;

            /**
             * Creates a new Credit instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Credit instance
             */
            static create(properties: konsul.rpc.Credit.$Shape): konsul.rpc.Credit & konsul.rpc.Credit.$Shape;
            static create(properties?: konsul.rpc.Credit.$Properties): konsul.rpc.Credit;

            /**
             * Encodes the specified Credit message. Does not implicitly {@link konsul.rpc.Credit.verify|verify} messages.
             * @param message Credit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.Credit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Credit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.Credit & konsul.rpc.Credit.$Shape} Credit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.Credit & konsul.rpc.Credit.$Shape;
        }

        namespace Credit {

            /** Properties of a Credit. */
            interface $Properties {

                /** Credit id */
                id?: (number|null);

                /** Credit bytes */
                bytes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Credit. */
            type $Shape = konsul.rpc.Credit.$Properties;
        }

        /**
         * Properties of a Ping.
         * @deprecated Use konsul.rpc.Ping.$Properties instead.
         */
        interface IPing extends konsul.rpc.Ping.$Properties {
        }

        /** Represents a Ping. */
        class Ping {

            /**
             * Constructs a new Ping.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.Ping.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ping nonce. */
            nonce: number;

            /**
             * Creates a new Ping instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Ping instance
             */
            static create(properties: konsul.rpc.Ping.$Shape): konsul.rpc.Ping & konsul.rpc.Ping.$Shape;
            static create(properties?: konsul.rpc.Ping.$Properties): konsul.rpc.Ping;

            /**
             * Encodes the specified Ping message. Does not implicitly {@link konsul.rpc.Ping.verify|verify} messages.
             * @param message Ping message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.Ping.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Ping message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.Ping & konsul.rpc.Ping.$Shape} Ping
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.Ping & konsul.rpc.Ping.$Shape;
        }

        namespace Ping {

            /** Properties of a Ping. */
            interface $Properties {

                /** Ping nonce */
                nonce?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Ping. */
            type $Shape = konsul.rpc.Ping.$Properties;
        }

        /**
         * Properties of a Pong.
         * @deprecated Use konsul.rpc.Pong.$Properties instead.
         */
        interface IPong extends konsul.rpc.Pong.$Properties {
        }

        /** Represents a Pong. */
        class Pong {

            /**
             * Constructs a new Pong.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.Pong.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Pong nonce. */
            nonce: number;

            /**
             * Creates a new Pong instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Pong instance
             */
            static create(properties: konsul.rpc.Pong.$Shape): konsul.rpc.Pong & konsul.rpc.Pong.$Shape;
            static create(properties?: konsul.rpc.Pong.$Properties): konsul.rpc.Pong;

            /**
             * Encodes the specified Pong message. Does not implicitly {@link konsul.rpc.Pong.verify|verify} messages.
             * @param message Pong message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.Pong.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Pong message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.Pong & konsul.rpc.Pong.$Shape} Pong
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.Pong & konsul.rpc.Pong.$Shape;
        }

        namespace Pong {

            /** Properties of a Pong. */
            interface $Properties {

                /** Pong nonce */
                nonce?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Pong. */
            type $Shape = konsul.rpc.Pong.$Properties;
        }

        /**
         * Properties of a GoAway.
         * @deprecated Use konsul.rpc.GoAway.$Properties instead.
         */
        interface IGoAway extends konsul.rpc.GoAway.$Properties {
        }

        /** Represents a GoAway. */
        class GoAway {

            /**
             * Constructs a new GoAway.
             * @param [properties] Properties to set
             */
            constructor(properties?: konsul.rpc.GoAway.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GoAway lastId. */
            lastId: number;

            /** GoAway reason. */
            reason: string;

            /**
             * Creates a new GoAway instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GoAway instance
             */
            static create(properties: konsul.rpc.GoAway.$Shape): konsul.rpc.GoAway & konsul.rpc.GoAway.$Shape;
            static create(properties?: konsul.rpc.GoAway.$Properties): konsul.rpc.GoAway;

            /**
             * Encodes the specified GoAway message. Does not implicitly {@link konsul.rpc.GoAway.verify|verify} messages.
             * @param message GoAway message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: konsul.rpc.GoAway.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GoAway message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {konsul.rpc.GoAway & konsul.rpc.GoAway.$Shape} GoAway
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): konsul.rpc.GoAway & konsul.rpc.GoAway.$Shape;
        }

        namespace GoAway {

            /** Properties of a GoAway. */
            interface $Properties {

                /** GoAway lastId */
                lastId?: (number|null);

                /** GoAway reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GoAway. */
            type $Shape = konsul.rpc.GoAway.$Properties;
        }
    }
}
