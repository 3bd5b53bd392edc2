/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import * as $protobuf from "../../protobuf/index.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["_konsul_rpc_rpc"] || ($protobuf.roots["_konsul_rpc_rpc"] = {});

export const konsul = $root.konsul = (() => {

    /**
     * Namespace konsul.
     * @exports konsul
     * @namespace
     */
    const konsul = {};

    konsul.rpc = (function() {

        /**
         * Namespace rpc.
         * @memberof konsul
         * @namespace
         */
        const rpc = {};

        rpc.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} konsul.rpc.Hello.$Properties
             * @property {string|null} [protocol] Hello protocol
             * @property {number|null} [versionMin] Hello versionMin
             * @property {number|null} [versionMax] Hello versionMax
             * @property {Array.<string>|null} [capabilities] Hello capabilities
             * @property {string|null} [datacenter] Hello datacenter
             * @property {string|null} [area] Hello area
             * @property {string|null} [nodeName] Hello nodeName
             * @property {string|null} [nodeId] Hello nodeId
             * @property {number|null} [frameBytesMax] Hello frameBytesMax
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof konsul.rpc
             * @interface IHello
             * @augments konsul.rpc.Hello.$Properties
             * @deprecated Use konsul.rpc.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {konsul.rpc.Hello.$Properties} konsul.rpc.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof konsul.rpc
             * @classdesc Represents a Hello.
             * @constructor
             * @param {konsul.rpc.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                this.capabilities = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello protocol.
             * @member {string} protocol
             * @memberof konsul.rpc.Hello
             * @instance
             */
            Hello.prototype.protocol = "";

            /**
             * Hello versionMin.
             * @member {number} versionMin
             * @memberof konsul.rpc.Hello
             * @instance
             */
            Hello.prototype.versionMin = 0;

            /**
             * Hello versionMax.
             * @member {number} versionMax
             * @memberof konsul.rpc.Hello
             * @instance
             */
            Hello.prototype.versionMax = 0;

            /**
             * Hello capabilities.
             * @member {Array.<string>} capabilities
             * @memberof konsul.rpc.Hello
             * @instance
             */
            Hello.prototype.capabilities = $util.emptyArray;

            /**
             * Hello datacenter.
             * @member {string} datacenter
             * @memberof konsul.rpc.Hello
             * @instance
             */
            Hello.prototype.datacenter = "";

            /**
             * Hello area.
             * @member {string} area
             * @memberof konsul.rpc.Hello
             * @instance
             */
            Hello.prototype.area = "";

            /**
             * Hello nodeName.
             * @member {string} nodeName
             * @memberof konsul.rpc.Hello
             * @instance
             */
            Hello.prototype.nodeName = "";

            /**
             * Hello nodeId.
             * @member {string} nodeId
             * @memberof konsul.rpc.Hello
             * @instance
             */
            Hello.prototype.nodeId = "";

            /**
             * Hello frameBytesMax.
             * @member {number} frameBytesMax
             * @memberof konsul.rpc.Hello
             * @instance
             */
            Hello.prototype.frameBytesMax = 0;

            /**
             * Creates a new Hello instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.Hello
             * @static
             * @param {konsul.rpc.Hello.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.Hello} Hello instance
             * @type {{
             *   (properties: konsul.rpc.Hello.$Shape): konsul.rpc.Hello & konsul.rpc.Hello.$Shape;
             *   (properties?: konsul.rpc.Hello.$Properties): konsul.rpc.Hello;
             * }}
             */
            Hello.create = function(properties) {
                return new Hello(properties);
            };

            /**
             * Encodes the specified Hello message. Does not implicitly {@link konsul.rpc.Hello.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.Hello
             * @static
             * @param {konsul.rpc.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.protocol);
                if (message.versionMin != null && $Object.hasOwnProperty.call(message, "versionMin") && message.versionMin !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.versionMin);
                if (message.versionMax != null && $Object.hasOwnProperty.call(message, "versionMax") && message.versionMax !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.versionMax);
                if (message.capabilities != null && message.capabilities.length)
                    for (let i = 0; i < message.capabilities.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.capabilities[i]);
                if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.datacenter);
                if (message.area != null && $Object.hasOwnProperty.call(message, "area") && message.area !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.area);
                if (message.nodeName != null && $Object.hasOwnProperty.call(message, "nodeName") && message.nodeName !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.nodeName);
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.nodeId);
                if (message.frameBytesMax != null && $Object.hasOwnProperty.call(message, "frameBytesMax") && message.frameBytesMax !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.frameBytesMax);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.Hello & konsul.rpc.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.protocol = value;
                            else
                                delete message.protocol;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.versionMin = value;
                            else
                                delete message.versionMin;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.versionMax = value;
                            else
                                delete message.versionMax;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.capabilities && message.capabilities.length))
                                message.capabilities = [];
                            message.capabilities.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.datacenter = value;
                            else
                                delete message.datacenter;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.area = value;
                            else
                                delete message.area;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nodeName = value;
                            else
                                delete message.nodeName;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.frameBytesMax = value;
                            else
                                delete message.frameBytesMax;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        rpc.HelloAck = (function() {

            /**
             * Properties of a HelloAck.
             * @typedef {Object} konsul.rpc.HelloAck.$Properties
             * @property {number|null} [version] HelloAck version
             * @property {Array.<string>|null} [capabilities] HelloAck capabilities
             * @property {string|null} [datacenter] HelloAck datacenter
             * @property {string|null} [nodeName] HelloAck nodeName
             * @property {string|null} [nodeId] HelloAck nodeId
             * @property {number|null} [frameBytesMax] HelloAck frameBytesMax
             * @property {konsul.rpc.Error.$Properties|null} [error] HelloAck error
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HelloAck.
             * @memberof konsul.rpc
             * @interface IHelloAck
             * @augments konsul.rpc.HelloAck.$Properties
             * @deprecated Use konsul.rpc.HelloAck.$Properties instead.
             */

            /**
             * Shape of a HelloAck.
             * @typedef {konsul.rpc.HelloAck.$Properties} konsul.rpc.HelloAck.$Shape
             */

            /**
             * Constructs a new HelloAck.
             * @memberof konsul.rpc
             * @classdesc Represents a HelloAck.
             * @constructor
             * @param {konsul.rpc.HelloAck.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HelloAck = function (properties) {
                this.capabilities = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HelloAck version.
             * @member {number} version
             * @memberof konsul.rpc.HelloAck
             * @instance
             */
            HelloAck.prototype.version = 0;

            /**
             * HelloAck capabilities.
             * @member {Array.<string>} capabilities
             * @memberof konsul.rpc.HelloAck
             * @instance
             */
            HelloAck.prototype.capabilities = $util.emptyArray;

            /**
             * HelloAck datacenter.
             * @member {string} datacenter
             * @memberof konsul.rpc.HelloAck
             * @instance
             */
            HelloAck.prototype.datacenter = "";

            /**
             * HelloAck nodeName.
             * @member {string} nodeName
             * @memberof konsul.rpc.HelloAck
             * @instance
             */
            HelloAck.prototype.nodeName = "";

            /**
             * HelloAck nodeId.
             * @member {string} nodeId
             * @memberof konsul.rpc.HelloAck
             * @instance
             */
            HelloAck.prototype.nodeId = "";

            /**
             * HelloAck frameBytesMax.
             * @member {number} frameBytesMax
             * @memberof konsul.rpc.HelloAck
             * @instance
             */
            HelloAck.prototype.frameBytesMax = 0;

            /**
             * HelloAck error.
             * @member {konsul.rpc.Error.$Properties|null|undefined} error
             * @memberof konsul.rpc.HelloAck
             * @instance
             */
            HelloAck.prototype.error = null;

            /**
             * Creates a new HelloAck instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.HelloAck
             * @static
             * @param {konsul.rpc.HelloAck.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.HelloAck} HelloAck instance
             * @type {{
             *   (properties: konsul.rpc.HelloAck.$Shape): konsul.rpc.HelloAck & konsul.rpc.HelloAck.$Shape;
             *   (properties?: konsul.rpc.HelloAck.$Properties): konsul.rpc.HelloAck;
             * }}
             */
            HelloAck.create = function(properties) {
                return new HelloAck(properties);
            };

            /**
             * Encodes the specified HelloAck message. Does not implicitly {@link konsul.rpc.HelloAck.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.HelloAck
             * @static
             * @param {konsul.rpc.HelloAck.$Properties} message HelloAck message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HelloAck.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.capabilities != null && message.capabilities.length)
                    for (let i = 0; i < message.capabilities.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.capabilities[i]);
                if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.datacenter);
                if (message.nodeName != null && $Object.hasOwnProperty.call(message, "nodeName") && message.nodeName !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.nodeName);
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.nodeId);
                if (message.frameBytesMax != null && $Object.hasOwnProperty.call(message, "frameBytesMax") && message.frameBytesMax !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.frameBytesMax);
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.konsul.rpc.Error.encode(message.error, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HelloAck message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.HelloAck
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.HelloAck & konsul.rpc.HelloAck.$Shape} HelloAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HelloAck.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.HelloAck();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.capabilities && message.capabilities.length))
                                message.capabilities = [];
                            message.capabilities.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.datacenter = value;
                            else
                                delete message.datacenter;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nodeName = value;
                            else
                                delete message.nodeName;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.frameBytesMax = value;
                            else
                                delete message.frameBytesMax;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.konsul.rpc.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HelloAck;
        })();

        rpc.Error = (function() {

            /**
             * Properties of an Error.
             * @typedef {Object} konsul.rpc.Error.$Properties
             * @property {string|null} [code] Error code
             * @property {string|null} [message] Error message
             * @property {boolean|null} [notRun] Error notRun
             * @property {boolean|null} [byProtocol] Error byProtocol
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Error.
             * @memberof konsul.rpc
             * @interface IError
             * @augments konsul.rpc.Error.$Properties
             * @deprecated Use konsul.rpc.Error.$Properties instead.
             */

            /**
             * Shape of an Error.
             * @typedef {konsul.rpc.Error.$Properties} konsul.rpc.Error.$Shape
             */

            /**
             * Constructs a new Error.
             * @memberof konsul.rpc
             * @classdesc Represents an Error.
             * @constructor
             * @param {konsul.rpc.Error.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Error = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Error code.
             * @member {string} code
             * @memberof konsul.rpc.Error
             * @instance
             */
            Error.prototype.code = "";

            /**
             * Error message.
             * @member {string} message
             * @memberof konsul.rpc.Error
             * @instance
             */
            Error.prototype.message = "";

            /**
             * Error notRun.
             * @member {boolean} notRun
             * @memberof konsul.rpc.Error
             * @instance
             */
            Error.prototype.notRun = false;

            /**
             * Error byProtocol.
             * @member {boolean} byProtocol
             * @memberof konsul.rpc.Error
             * @instance
             */
            Error.prototype.byProtocol = false;

            /**
             * Creates a new Error instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.Error
             * @static
             * @param {konsul.rpc.Error.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.Error} Error instance
             * @type {{
             *   (properties: konsul.rpc.Error.$Shape): konsul.rpc.Error & konsul.rpc.Error.$Shape;
             *   (properties?: konsul.rpc.Error.$Properties): konsul.rpc.Error;
             * }}
             */
            Error.create = function(properties) {
                return new Error(properties);
            };

            /**
             * Encodes the specified Error message. Does not implicitly {@link konsul.rpc.Error.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.Error
             * @static
             * @param {konsul.rpc.Error.$Properties} message Error message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Error.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.notRun != null && $Object.hasOwnProperty.call(message, "notRun") && message.notRun !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.notRun);
                if (message.byProtocol != null && $Object.hasOwnProperty.call(message, "byProtocol") && message.byProtocol !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.byProtocol);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Error message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.Error
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.Error & konsul.rpc.Error.$Shape} Error
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Error.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.Error();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.notRun = value;
                            else
                                delete message.notRun;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.byProtocol = value;
                            else
                                delete message.byProtocol;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Error;
        })();

        rpc.Frame = (function() {

            /**
             * Properties of a Frame.
             * @typedef {Object} konsul.rpc.Frame.$Properties
             * @property {konsul.rpc.Request.$Properties|null} [request] Frame request
             * @property {konsul.rpc.Response.$Properties|null} [response] Frame response
             * @property {konsul.rpc.Cancel.$Properties|null} [cancel] Frame cancel
             * @property {konsul.rpc.Credit.$Properties|null} [credit] Frame credit
             * @property {konsul.rpc.Ping.$Properties|null} [ping] Frame ping
             * @property {konsul.rpc.Pong.$Properties|null} [pong] Frame pong
             * @property {konsul.rpc.GoAway.$Properties|null} [goAway] Frame goAway
             * @property {"request"|"response"|"cancel"|"credit"|"ping"|"pong"|"goAway"} [kind] Frame kind
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Frame.
             * @memberof konsul.rpc
             * @interface IFrame
             * @augments konsul.rpc.Frame.$Properties
             * @deprecated Use konsul.rpc.Frame.$Properties instead.
             */

            /**
             * Narrowed shape of a Frame.
             * @typedef {{
             *   request?: konsul.rpc.Request.$Shape|null;
             *   response?: konsul.rpc.Response.$Shape|null;
             *   cancel?: konsul.rpc.Cancel.$Shape|null;
             *   credit?: konsul.rpc.Credit.$Shape|null;
             *   ping?: konsul.rpc.Ping.$Shape|null;
             *   pong?: konsul.rpc.Pong.$Shape|null;
             *   goAway?: konsul.rpc.GoAway.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ kind?: undefined; request?: null; response?: null; cancel?: null; credit?: null; ping?: null; pong?: null; goAway?: null }|{ kind?: "request"; request: konsul.rpc.Request.$Shape; response?: null; cancel?: null; credit?: null; ping?: null; pong?: null; goAway?: null }|{ kind?: "response"; request?: null; response: konsul.rpc.Response.$Shape; cancel?: null; credit?: null; ping?: null; pong?: null; goAway?: null }|{ kind?: "cancel"; request?: null; response?: null; cancel: konsul.rpc.Cancel.$Shape; credit?: null; ping?: null; pong?: null; goAway?: null }|{ kind?: "credit"; request?: null; response?: null; cancel?: null; credit: konsul.rpc.Credit.$Shape; ping?: null; pong?: null; goAway?: null }|{ kind?: "ping"; request?: null; response?: null; cancel?: null; credit?: null; ping: konsul.rpc.Ping.$Shape; pong?: null; goAway?: null }|{ kind?: "pong"; request?: null; response?: null; cancel?: null; credit?: null; ping?: null; pong: konsul.rpc.Pong.$Shape; goAway?: null }|{ kind?: "goAway"; request?: null; response?: null; cancel?: null; credit?: null; ping?: null; pong?: null; goAway: konsul.rpc.GoAway.$Shape })
             * )} konsul.rpc.Frame.$Shape
             */

            /**
             * Constructs a new Frame.
             * @memberof konsul.rpc
             * @classdesc Represents a Frame.
             * @constructor
             * @param {konsul.rpc.Frame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Frame = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Frame request.
             * @member {konsul.rpc.Request.$Properties|null|undefined} request
             * @memberof konsul.rpc.Frame
             * @instance
             */
            Frame.prototype.request = null;

            /**
             * Frame response.
             * @member {konsul.rpc.Response.$Properties|null|undefined} response
             * @memberof konsul.rpc.Frame
             * @instance
             */
            Frame.prototype.response = null;

            /**
             * Frame cancel.
             * @member {konsul.rpc.Cancel.$Properties|null|undefined} cancel
             * @memberof konsul.rpc.Frame
             * @instance
             */
            Frame.prototype.cancel = null;

            /**
             * Frame credit.
             * @member {konsul.rpc.Credit.$Properties|null|undefined} credit
             * @memberof konsul.rpc.Frame
             * @instance
             */
            Frame.prototype.credit = null;

            /**
             * Frame ping.
             * @member {konsul.rpc.Ping.$Properties|null|undefined} ping
             * @memberof konsul.rpc.Frame
             * @instance
             */
            Frame.prototype.ping = null;

            /**
             * Frame pong.
             * @member {konsul.rpc.Pong.$Properties|null|undefined} pong
             * @memberof konsul.rpc.Frame
             * @instance
             */
            Frame.prototype.pong = null;

            /**
             * Frame goAway.
             * @member {konsul.rpc.GoAway.$Properties|null|undefined} goAway
             * @memberof konsul.rpc.Frame
             * @instance
             */
            Frame.prototype.goAway = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Frame kind.
             * @member {"request"|"response"|"cancel"|"credit"|"ping"|"pong"|"goAway"|undefined} kind
             * @memberof konsul.rpc.Frame
             * @instance
             */
            $Object.defineProperty(Frame.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["request", "response", "cancel", "credit", "ping", "pong", "goAway"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Frame instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.Frame
             * @static
             * @param {konsul.rpc.Frame.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.Frame} Frame instance
             * @type {{
             *   (properties: konsul.rpc.Frame.$Shape): konsul.rpc.Frame & konsul.rpc.Frame.$Shape;
             *   (properties?: konsul.rpc.Frame.$Properties): konsul.rpc.Frame;
             * }}
             */
            Frame.create = function(properties) {
                return new Frame(properties);
            };

            /**
             * Encodes the specified Frame message. Does not implicitly {@link konsul.rpc.Frame.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.Frame
             * @static
             * @param {konsul.rpc.Frame.$Properties} message Frame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Frame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.konsul.rpc.Request.encode(message.request, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.response != null && $Object.hasOwnProperty.call(message, "response"))
                    $root.konsul.rpc.Response.encode(message.response, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                    $root.konsul.rpc.Cancel.encode(message.cancel, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.credit != null && $Object.hasOwnProperty.call(message, "credit"))
                    $root.konsul.rpc.Credit.encode(message.credit, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.ping != null && $Object.hasOwnProperty.call(message, "ping"))
                    $root.konsul.rpc.Ping.encode(message.ping, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.pong != null && $Object.hasOwnProperty.call(message, "pong"))
                    $root.konsul.rpc.Pong.encode(message.pong, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.goAway != null && $Object.hasOwnProperty.call(message, "goAway"))
                    $root.konsul.rpc.GoAway.encode(message.goAway, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Frame message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.Frame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.Frame & konsul.rpc.Frame.$Shape} Frame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Frame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.Frame();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.konsul.rpc.Request.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            message.kind = "request";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.response = $root.konsul.rpc.Response.decode(reader, reader.size(), $undefined, _depth + 1, message.response);
                            message.kind = "response";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.cancel = $root.konsul.rpc.Cancel.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                            message.kind = "cancel";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.credit = $root.konsul.rpc.Credit.decode(reader, reader.size(), $undefined, _depth + 1, message.credit);
                            message.kind = "credit";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.ping = $root.konsul.rpc.Ping.decode(reader, reader.size(), $undefined, _depth + 1, message.ping);
                            message.kind = "ping";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.pong = $root.konsul.rpc.Pong.decode(reader, reader.size(), $undefined, _depth + 1, message.pong);
                            message.kind = "pong";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.goAway = $root.konsul.rpc.GoAway.decode(reader, reader.size(), $undefined, _depth + 1, message.goAway);
                            message.kind = "goAway";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Frame;
        })();

        rpc.Request = (function() {

            /**
             * Properties of a Request.
             * @typedef {Object} konsul.rpc.Request.$Properties
             * @property {number|null} [id] Request id
             * @property {string|null} [method] Request method
             * @property {number|null} [deadlineMs] Request deadlineMs
             * @property {number|null} [windowBytes] Request windowBytes
             * @property {Uint8Array|null} [body] Request body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Request.
             * @memberof konsul.rpc
             * @interface IRequest
             * @augments konsul.rpc.Request.$Properties
             * @deprecated Use konsul.rpc.Request.$Properties instead.
             */

            /**
             * Shape of a Request.
             * @typedef {konsul.rpc.Request.$Properties} konsul.rpc.Request.$Shape
             */

            /**
             * Constructs a new Request.
             * @memberof konsul.rpc
             * @classdesc Represents a Request.
             * @constructor
             * @param {konsul.rpc.Request.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Request = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Request id.
             * @member {number} id
             * @memberof konsul.rpc.Request
             * @instance
             */
            Request.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Request method.
             * @member {string} method
             * @memberof konsul.rpc.Request
             * @instance
             */
            Request.prototype.method = "";

            /**
             * Request deadlineMs.
             * @member {number} deadlineMs
             * @memberof konsul.rpc.Request
             * @instance
             */
            Request.prototype.deadlineMs = 0;

            /**
             * Request windowBytes.
             * @member {number} windowBytes
             * @memberof konsul.rpc.Request
             * @instance
             */
            Request.prototype.windowBytes = 0;

            /**
             * Request body.
             * @member {Uint8Array} body
             * @memberof konsul.rpc.Request
             * @instance
             */
            Request.prototype.body = $util.newBuffer([]);

            /**
             * Creates a new Request instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.Request
             * @static
             * @param {konsul.rpc.Request.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.Request} Request instance
             * @type {{
             *   (properties: konsul.rpc.Request.$Shape): konsul.rpc.Request & konsul.rpc.Request.$Shape;
             *   (properties?: konsul.rpc.Request.$Properties): konsul.rpc.Request;
             * }}
             */
            Request.create = function(properties) {
                return new Request(properties);
            };

            /**
             * Encodes the specified Request message. Does not implicitly {@link konsul.rpc.Request.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.Request
             * @static
             * @param {konsul.rpc.Request.$Properties} message Request message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Request.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.method != null && $Object.hasOwnProperty.call(message, "method") && message.method !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.method);
                if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && message.deadlineMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.deadlineMs);
                if (message.windowBytes != null && $Object.hasOwnProperty.call(message, "windowBytes") && message.windowBytes !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.windowBytes);
                if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.body);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Request message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.Request
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.Request & konsul.rpc.Request.$Shape} Request
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Request.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.Request();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.method = value;
                            else
                                delete message.method;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.deadlineMs = value;
                            else
                                delete message.deadlineMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.windowBytes = value;
                            else
                                delete message.windowBytes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.body = value;
                            else
                                delete message.body;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Request;
        })();

        rpc.Response = (function() {

            /**
             * Properties of a Response.
             * @typedef {Object} konsul.rpc.Response.$Properties
             * @property {number|null} [id] Response id
             * @property {boolean|null} [more] Response more
             * @property {konsul.rpc.Error.$Properties|null} [error] Response error
             * @property {Uint8Array|null} [body] Response body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Response.
             * @memberof konsul.rpc
             * @interface IResponse
             * @augments konsul.rpc.Response.$Properties
             * @deprecated Use konsul.rpc.Response.$Properties instead.
             */

            /**
             * Shape of a Response.
             * @typedef {konsul.rpc.Response.$Properties} konsul.rpc.Response.$Shape
             */

            /**
             * Constructs a new Response.
             * @memberof konsul.rpc
             * @classdesc Represents a Response.
             * @constructor
             * @param {konsul.rpc.Response.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Response = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Response id.
             * @member {number} id
             * @memberof konsul.rpc.Response
             * @instance
             */
            Response.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Response more.
             * @member {boolean} more
             * @memberof konsul.rpc.Response
             * @instance
             */
            Response.prototype.more = false;

            /**
             * Response error.
             * @member {konsul.rpc.Error.$Properties|null|undefined} error
             * @memberof konsul.rpc.Response
             * @instance
             */
            Response.prototype.error = null;

            /**
             * Response body.
             * @member {Uint8Array} body
             * @memberof konsul.rpc.Response
             * @instance
             */
            Response.prototype.body = $util.newBuffer([]);

            /**
             * Creates a new Response instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.Response
             * @static
             * @param {konsul.rpc.Response.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.Response} Response instance
             * @type {{
             *   (properties: konsul.rpc.Response.$Shape): konsul.rpc.Response & konsul.rpc.Response.$Shape;
             *   (properties?: konsul.rpc.Response.$Properties): konsul.rpc.Response;
             * }}
             */
            Response.create = function(properties) {
                return new Response(properties);
            };

            /**
             * Encodes the specified Response message. Does not implicitly {@link konsul.rpc.Response.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.Response
             * @static
             * @param {konsul.rpc.Response.$Properties} message Response message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Response.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.konsul.rpc.Error.encode(message.error, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.body);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Response message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.Response
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.Response & konsul.rpc.Response.$Shape} Response
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Response.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.Response();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.more = value;
                            else
                                delete message.more;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.konsul.rpc.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.body = value;
                            else
                                delete message.body;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Response;
        })();

        rpc.Cancel = (function() {

            /**
             * Properties of a Cancel.
             * @typedef {Object} konsul.rpc.Cancel.$Properties
             * @property {number|null} [id] Cancel id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Cancel.
             * @memberof konsul.rpc
             * @interface ICancel
             * @augments konsul.rpc.Cancel.$Properties
             * @deprecated Use konsul.rpc.Cancel.$Properties instead.
             */

            /**
             * Shape of a Cancel.
             * @typedef {konsul.rpc.Cancel.$Properties} konsul.rpc.Cancel.$Shape
             */

            /**
             * Constructs a new Cancel.
             * @memberof konsul.rpc
             * @classdesc Represents a Cancel.
             * @constructor
             * @param {konsul.rpc.Cancel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Cancel = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Cancel id.
             * @member {number} id
             * @memberof konsul.rpc.Cancel
             * @instance
             */
            Cancel.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Cancel instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.Cancel
             * @static
             * @param {konsul.rpc.Cancel.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.Cancel} Cancel instance
             * @type {{
             *   (properties: konsul.rpc.Cancel.$Shape): konsul.rpc.Cancel & konsul.rpc.Cancel.$Shape;
             *   (properties?: konsul.rpc.Cancel.$Properties): konsul.rpc.Cancel;
             * }}
             */
            Cancel.create = function(properties) {
                return new Cancel(properties);
            };

            /**
             * Encodes the specified Cancel message. Does not implicitly {@link konsul.rpc.Cancel.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.Cancel
             * @static
             * @param {konsul.rpc.Cancel.$Properties} message Cancel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Cancel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Cancel message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.Cancel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.Cancel & konsul.rpc.Cancel.$Shape} Cancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Cancel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.Cancel();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Cancel;
        })();

        rpc.Credit = (function() {

            /**
             * Properties of a Credit.
             * @typedef {Object} konsul.rpc.Credit.$Properties
             * @property {number|null} [id] Credit id
             * @property {number|null} [bytes] Credit bytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Credit.
             * @memberof konsul.rpc
             * @interface ICredit
             * @augments konsul.rpc.Credit.$Properties
             * @deprecated Use konsul.rpc.Credit.$Properties instead.
             */

            /**
             * Shape of a Credit.
             * @typedef {konsul.rpc.Credit.$Properties} konsul.rpc.Credit.$Shape
             */

            /**
             * Constructs a new Credit.
             * @memberof konsul.rpc
             * @classdesc Represents a Credit.
             * @constructor
             * @param {konsul.rpc.Credit.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Credit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Credit id.
             * @member {number} id
             * @memberof konsul.rpc.Credit
             * @instance
             */
            Credit.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Credit bytes.
             * @member {number} bytes
             * @memberof konsul.rpc.Credit
             * @instance
             */
            Credit.prototype.bytes = 0;

            /**
             * Creates a new Credit instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.Credit
             * @static
             * @param {konsul.rpc.Credit.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.Credit} Credit instance
             * @type {{
             *   (properties: konsul.rpc.Credit.$Shape): konsul.rpc.Credit & konsul.rpc.Credit.$Shape;
             *   (properties?: konsul.rpc.Credit.$Properties): konsul.rpc.Credit;
             * }}
             */
            Credit.create = function(properties) {
                return new Credit(properties);
            };

            /**
             * Encodes the specified Credit message. Does not implicitly {@link konsul.rpc.Credit.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.Credit
             * @static
             * @param {konsul.rpc.Credit.$Properties} message Credit message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Credit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && message.bytes !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.bytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Credit message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.Credit
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.Credit & konsul.rpc.Credit.$Shape} Credit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Credit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.Credit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Credit;
        })();

        rpc.Ping = (function() {

            /**
             * Properties of a Ping.
             * @typedef {Object} konsul.rpc.Ping.$Properties
             * @property {number|null} [nonce] Ping nonce
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Ping.
             * @memberof konsul.rpc
             * @interface IPing
             * @augments konsul.rpc.Ping.$Properties
             * @deprecated Use konsul.rpc.Ping.$Properties instead.
             */

            /**
             * Shape of a Ping.
             * @typedef {konsul.rpc.Ping.$Properties} konsul.rpc.Ping.$Shape
             */

            /**
             * Constructs a new Ping.
             * @memberof konsul.rpc
             * @classdesc Represents a Ping.
             * @constructor
             * @param {konsul.rpc.Ping.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ping = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ping nonce.
             * @member {number} nonce
             * @memberof konsul.rpc.Ping
             * @instance
             */
            Ping.prototype.nonce = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Ping instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.Ping
             * @static
             * @param {konsul.rpc.Ping.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.Ping} Ping instance
             * @type {{
             *   (properties: konsul.rpc.Ping.$Shape): konsul.rpc.Ping & konsul.rpc.Ping.$Shape;
             *   (properties?: konsul.rpc.Ping.$Properties): konsul.rpc.Ping;
             * }}
             */
            Ping.create = function(properties) {
                return new Ping(properties);
            };

            /**
             * Encodes the specified Ping message. Does not implicitly {@link konsul.rpc.Ping.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.Ping
             * @static
             * @param {konsul.rpc.Ping.$Properties} message Ping message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ping.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && (typeof message.nonce === "object" ? message.nonce.low || message.nonce.high : message.nonce !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.nonce);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Ping message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.Ping
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.Ping & konsul.rpc.Ping.$Shape} Ping
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ping.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.Ping();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Ping;
        })();

        rpc.Pong = (function() {

            /**
             * Properties of a Pong.
             * @typedef {Object} konsul.rpc.Pong.$Properties
             * @property {number|null} [nonce] Pong nonce
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Pong.
             * @memberof konsul.rpc
             * @interface IPong
             * @augments konsul.rpc.Pong.$Properties
             * @deprecated Use konsul.rpc.Pong.$Properties instead.
             */

            /**
             * Shape of a Pong.
             * @typedef {konsul.rpc.Pong.$Properties} konsul.rpc.Pong.$Shape
             */

            /**
             * Constructs a new Pong.
             * @memberof konsul.rpc
             * @classdesc Represents a Pong.
             * @constructor
             * @param {konsul.rpc.Pong.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Pong = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Pong nonce.
             * @member {number} nonce
             * @memberof konsul.rpc.Pong
             * @instance
             */
            Pong.prototype.nonce = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Pong instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.Pong
             * @static
             * @param {konsul.rpc.Pong.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.Pong} Pong instance
             * @type {{
             *   (properties: konsul.rpc.Pong.$Shape): konsul.rpc.Pong & konsul.rpc.Pong.$Shape;
             *   (properties?: konsul.rpc.Pong.$Properties): konsul.rpc.Pong;
             * }}
             */
            Pong.create = function(properties) {
                return new Pong(properties);
            };

            /**
             * Encodes the specified Pong message. Does not implicitly {@link konsul.rpc.Pong.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.Pong
             * @static
             * @param {konsul.rpc.Pong.$Properties} message Pong message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Pong.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && (typeof message.nonce === "object" ? message.nonce.low || message.nonce.high : message.nonce !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.nonce);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Pong message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.Pong
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.Pong & konsul.rpc.Pong.$Shape} Pong
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Pong.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.Pong();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Pong;
        })();

        rpc.GoAway = (function() {

            /**
             * Properties of a GoAway.
             * @typedef {Object} konsul.rpc.GoAway.$Properties
             * @property {number|null} [lastId] GoAway lastId
             * @property {string|null} [reason] GoAway reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GoAway.
             * @memberof konsul.rpc
             * @interface IGoAway
             * @augments konsul.rpc.GoAway.$Properties
             * @deprecated Use konsul.rpc.GoAway.$Properties instead.
             */

            /**
             * Shape of a GoAway.
             * @typedef {konsul.rpc.GoAway.$Properties} konsul.rpc.GoAway.$Shape
             */

            /**
             * Constructs a new GoAway.
             * @memberof konsul.rpc
             * @classdesc Represents a GoAway.
             * @constructor
             * @param {konsul.rpc.GoAway.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GoAway = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GoAway lastId.
             * @member {number} lastId
             * @memberof konsul.rpc.GoAway
             * @instance
             */
            GoAway.prototype.lastId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * GoAway reason.
             * @member {string} reason
             * @memberof konsul.rpc.GoAway
             * @instance
             */
            GoAway.prototype.reason = "";

            /**
             * Creates a new GoAway instance using the specified properties.
             * @function create
             * @memberof konsul.rpc.GoAway
             * @static
             * @param {konsul.rpc.GoAway.$Properties=} [properties] Properties to set
             * @returns {konsul.rpc.GoAway} GoAway instance
             * @type {{
             *   (properties: konsul.rpc.GoAway.$Shape): konsul.rpc.GoAway & konsul.rpc.GoAway.$Shape;
             *   (properties?: konsul.rpc.GoAway.$Properties): konsul.rpc.GoAway;
             * }}
             */
            GoAway.create = function(properties) {
                return new GoAway(properties);
            };

            /**
             * Encodes the specified GoAway message. Does not implicitly {@link konsul.rpc.GoAway.verify|verify} messages.
             * @function encode
             * @memberof konsul.rpc.GoAway
             * @static
             * @param {konsul.rpc.GoAway.$Properties} message GoAway message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GoAway.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lastId != null && $Object.hasOwnProperty.call(message, "lastId") && (typeof message.lastId === "object" ? message.lastId.low || message.lastId.high : message.lastId !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.lastId);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GoAway message from the specified reader or buffer.
             * @function decode
             * @memberof konsul.rpc.GoAway
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {konsul.rpc.GoAway & konsul.rpc.GoAway.$Shape} GoAway
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GoAway.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.konsul.rpc.GoAway();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.lastId = value;
                            else
                                delete message.lastId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GoAway;
        })();

        return rpc;
    })();

    return konsul;
})();

export {
  $root as default
};
