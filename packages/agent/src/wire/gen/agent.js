/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import * as $protobuf from "@konsul/rpc/protobuf";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $Array = $util.global.Array, $Boolean = $util.global.Boolean, $isFinite = $util.global.isFinite;

// Exported root namespace
const $root = $protobuf.roots["_konsul_agent_agent"] || ($protobuf.roots["_konsul_agent_agent"] = {});

export const agent = $root.agent = (() => {

    /**
     * Namespace agent.
     * @exports agent
     * @namespace
     */
    const agent = {};

    agent.Node = (function() {

        /**
         * Properties of a Node.
         * @typedef {Object} agent.Node.$Properties
         * @property {string|null} [node] Node node
         * @property {string|null} [id] Node id
         * @property {string|null} [address] Node address
         * @property {string|null} [datacenter] Node datacenter
         * @property {Object.<string,string>|null} [taggedAddresses] Node taggedAddresses
         * @property {Object.<string,string>|null} [meta] Node meta
         * @property {number|null} [createIndex] Node createIndex
         * @property {number|null} [modifyIndex] Node modifyIndex
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Node.
         * @memberof agent
         * @interface INode
         * @augments agent.Node.$Properties
         * @deprecated Use agent.Node.$Properties instead.
         */

        /**
         * Shape of a Node.
         * @typedef {agent.Node.$Properties} agent.Node.$Shape
         */

        /**
         * Constructs a new Node.
         * @memberof agent
         * @classdesc Represents a Node.
         * @constructor
         * @param {agent.Node.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Node = function (properties) {
            this.taggedAddresses = {};
            this.meta = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Node node.
         * @member {string} node
         * @memberof agent.Node
         * @instance
         */
        Node.prototype.node = "";

        /**
         * Node id.
         * @member {string} id
         * @memberof agent.Node
         * @instance
         */
        Node.prototype.id = "";

        /**
         * Node address.
         * @member {string} address
         * @memberof agent.Node
         * @instance
         */
        Node.prototype.address = "";

        /**
         * Node datacenter.
         * @member {string} datacenter
         * @memberof agent.Node
         * @instance
         */
        Node.prototype.datacenter = "";

        /**
         * Node taggedAddresses.
         * @member {Object.<string,string>} taggedAddresses
         * @memberof agent.Node
         * @instance
         */
        Node.prototype.taggedAddresses = $util.emptyObject;

        /**
         * Node meta.
         * @member {Object.<string,string>} meta
         * @memberof agent.Node
         * @instance
         */
        Node.prototype.meta = $util.emptyObject;

        /**
         * Node createIndex.
         * @member {number} createIndex
         * @memberof agent.Node
         * @instance
         */
        Node.prototype.createIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Node modifyIndex.
         * @member {number} modifyIndex
         * @memberof agent.Node
         * @instance
         */
        Node.prototype.modifyIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Node instance using the specified properties.
         * @function create
         * @memberof agent.Node
         * @static
         * @param {agent.Node.$Properties=} [properties] Properties to set
         * @returns {agent.Node} Node instance
         * @type {{
         *   (properties: agent.Node.$Shape): agent.Node & agent.Node.$Shape;
         *   (properties?: agent.Node.$Properties): agent.Node;
         * }}
         */
        Node.create = function(properties) {
            return new Node(properties);
        };

        /**
         * Encodes the specified Node message. Does not implicitly {@link agent.Node.verify|verify} messages.
         * @function encode
         * @memberof agent.Node
         * @static
         * @param {agent.Node.$Properties} message Node message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Node.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.address);
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.datacenter);
            if (message.taggedAddresses != null && $Object.hasOwnProperty.call(message, "taggedAddresses"))
                for (let keys = $Object.keys(message.taggedAddresses), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 5, wireType 2 =*/42).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.taggedAddresses[keys[i]]).ldelim();
            if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
                for (let keys = $Object.keys(message.meta), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 6, wireType 2 =*/50).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.meta[keys[i]]).ldelim();
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex") && (typeof message.createIndex === "object" ? message.createIndex.low || message.createIndex.high : message.createIndex !== 0))
                writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.createIndex);
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex") && (typeof message.modifyIndex === "object" ? message.modifyIndex.low || message.modifyIndex.high : message.modifyIndex !== 0))
                writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.modifyIndex);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Node message, length delimited. Does not implicitly {@link agent.Node.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Node
         * @static
         * @param {agent.Node.$Properties} message Node message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Node.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Node message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Node
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Node & agent.Node.$Shape} Node
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Node.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.agent.Node();
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
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.address = value;
                        else
                            delete message.address;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.datacenter = value;
                        else
                            delete message.datacenter;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (message.taggedAddresses === $util.emptyObject)
                            message.taggedAddresses = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.taggedAddresses, key);
                        message.taggedAddresses[key] = value;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (message.meta === $util.emptyObject)
                            message.meta = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.meta, key);
                        message.meta[key] = value;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.createIndex = value;
                        else
                            delete message.createIndex;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.modifyIndex = value;
                        else
                            delete message.modifyIndex;
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

        /**
         * Decodes a Node message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Node
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Node & agent.Node.$Shape} Node
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Node.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Node message.
         * @function verify
         * @memberof agent.Node
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Node.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                if (!$util.isString(message.node))
                    return "node: string expected";
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (!$util.isString(message.id))
                    return "id: string expected";
            if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                if (!$util.isString(message.address))
                    return "address: string expected";
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                if (!$util.isString(message.datacenter))
                    return "datacenter: string expected";
            if (message.taggedAddresses != null && $Object.hasOwnProperty.call(message, "taggedAddresses")) {
                if (!$util.isObject(message.taggedAddresses))
                    return "taggedAddresses: object expected";
                let key = $Object.keys(message.taggedAddresses);
                for (let i = 0; i < key.length; ++i)
                    if (!$util.isString(message.taggedAddresses[key[i]]))
                        return "taggedAddresses: string{k:string} expected";
            }
            if (message.meta != null && $Object.hasOwnProperty.call(message, "meta")) {
                if (!$util.isObject(message.meta))
                    return "meta: object expected";
                let key = $Object.keys(message.meta);
                for (let i = 0; i < key.length; ++i)
                    if (!$util.isString(message.meta[key[i]]))
                        return "meta: string{k:string} expected";
            }
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (!$util.isInteger(message.createIndex) && !(message.createIndex && $util.isInteger(message.createIndex.low) && $util.isInteger(message.createIndex.high)))
                    return "createIndex: integer|Long expected";
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (!$util.isInteger(message.modifyIndex) && !(message.modifyIndex && $util.isInteger(message.modifyIndex.low) && $util.isInteger(message.modifyIndex.high)))
                    return "modifyIndex: integer|Long expected";
            return null;
        };

        /**
         * Creates a Node message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Node
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Node} Node
         */
        Node.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Node)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Node: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Node();
            if (object.node != null)
                if (typeof object.node !== "string" || object.node.length)
                    message.node = $String(object.node);
            if (object.id != null)
                if (typeof object.id !== "string" || object.id.length)
                    message.id = $String(object.id);
            if (object.address != null)
                if (typeof object.address !== "string" || object.address.length)
                    message.address = $String(object.address);
            if (object.datacenter != null)
                if (typeof object.datacenter !== "string" || object.datacenter.length)
                    message.datacenter = $String(object.datacenter);
            if (object.taggedAddresses) {
                if (!$util.isObject(object.taggedAddresses))
                    throw $TypeError(".agent.Node.taggedAddresses: object expected");
                message.taggedAddresses = {};
                for (let keys = $Object.keys(object.taggedAddresses), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.taggedAddresses, keys[i]);
                    message.taggedAddresses[keys[i]] = $String(object.taggedAddresses[keys[i]]);
                }
            }
            if (object.meta) {
                if (!$util.isObject(object.meta))
                    throw $TypeError(".agent.Node.meta: object expected");
                message.meta = {};
                for (let keys = $Object.keys(object.meta), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.meta, keys[i]);
                    message.meta[keys[i]] = $String(object.meta[keys[i]]);
                }
            }
            if (object.createIndex != null)
                if (typeof object.createIndex === "object" ? object.createIndex.low || object.createIndex.high : $Number(object.createIndex) !== 0)
                    if ($util.Long)
                        message.createIndex = $util.Long.fromValue(object.createIndex, true);
                    else if (typeof object.createIndex === "string")
                        message.createIndex = $parseInt(object.createIndex, 10);
                    else if (typeof object.createIndex === "number")
                        message.createIndex = object.createIndex;
                    else if (typeof object.createIndex === "object")
                        message.createIndex = new $util.LongBits(object.createIndex.low >>> 0, object.createIndex.high >>> 0).toNumber(true);
            if (object.modifyIndex != null)
                if (typeof object.modifyIndex === "object" ? object.modifyIndex.low || object.modifyIndex.high : $Number(object.modifyIndex) !== 0)
                    if ($util.Long)
                        message.modifyIndex = $util.Long.fromValue(object.modifyIndex, true);
                    else if (typeof object.modifyIndex === "string")
                        message.modifyIndex = $parseInt(object.modifyIndex, 10);
                    else if (typeof object.modifyIndex === "number")
                        message.modifyIndex = object.modifyIndex;
                    else if (typeof object.modifyIndex === "object")
                        message.modifyIndex = new $util.LongBits(object.modifyIndex.low >>> 0, object.modifyIndex.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from a Node message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Node
         * @static
         * @param {agent.Node} message Node
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Node.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults) {
                object.taggedAddresses = {};
                object.meta = {};
            }
            if (options.defaults) {
                object.node = "";
                object.id = "";
                object.address = "";
                object.datacenter = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.createIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.createIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.modifyIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.modifyIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                object.node = message.node;
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                object.id = message.id;
            if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                object.address = message.address;
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                object.datacenter = message.datacenter;
            let keys2;
            if (message.taggedAddresses && (keys2 = $Object.keys(message.taggedAddresses)).length) {
                object.taggedAddresses = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.taggedAddresses, keys2[j]);
                    object.taggedAddresses[keys2[j]] = message.taggedAddresses[keys2[j]];
                }
            }
            if (message.meta && (keys2 = $Object.keys(message.meta)).length) {
                object.meta = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.meta, keys2[j]);
                    object.meta[keys2[j]] = message.meta[keys2[j]];
                }
            }
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.createIndex = typeof message.createIndex === "number" ? $BigInt(message.createIndex) : $util.Long.fromBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0, true).toBigInt();
                else if (typeof message.createIndex === "number")
                    object.createIndex = options.longs === $String ? $String(message.createIndex) : message.createIndex;
                else
                    object.createIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.createIndex) : options.longs === $Number ? new $util.LongBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0).toNumber(true) : message.createIndex;
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.modifyIndex = typeof message.modifyIndex === "number" ? $BigInt(message.modifyIndex) : $util.Long.fromBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0, true).toBigInt();
                else if (typeof message.modifyIndex === "number")
                    object.modifyIndex = options.longs === $String ? $String(message.modifyIndex) : message.modifyIndex;
                else
                    object.modifyIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.modifyIndex) : options.longs === $Number ? new $util.LongBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0).toNumber(true) : message.modifyIndex;
            return object;
        };

        /**
         * Converts this Node to JSON.
         * @function toJSON
         * @memberof agent.Node
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Node.prototype.toJSON = function() {
            return Node.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Node
         * @function getTypeUrl
         * @memberof agent.Node
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Node.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Node";
        };

        return Node;
    })();

    agent.ServiceAddress = (function() {

        /**
         * Properties of a ServiceAddress.
         * @typedef {Object} agent.ServiceAddress.$Properties
         * @property {string|null} [address] ServiceAddress address
         * @property {number|null} [port] ServiceAddress port
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ServiceAddress.
         * @memberof agent
         * @interface IServiceAddress
         * @augments agent.ServiceAddress.$Properties
         * @deprecated Use agent.ServiceAddress.$Properties instead.
         */

        /**
         * Shape of a ServiceAddress.
         * @typedef {agent.ServiceAddress.$Properties} agent.ServiceAddress.$Shape
         */

        /**
         * Constructs a new ServiceAddress.
         * @memberof agent
         * @classdesc Represents a ServiceAddress.
         * @constructor
         * @param {agent.ServiceAddress.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ServiceAddress = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ServiceAddress address.
         * @member {string} address
         * @memberof agent.ServiceAddress
         * @instance
         */
        ServiceAddress.prototype.address = "";

        /**
         * ServiceAddress port.
         * @member {number} port
         * @memberof agent.ServiceAddress
         * @instance
         */
        ServiceAddress.prototype.port = 0;

        /**
         * Creates a new ServiceAddress instance using the specified properties.
         * @function create
         * @memberof agent.ServiceAddress
         * @static
         * @param {agent.ServiceAddress.$Properties=} [properties] Properties to set
         * @returns {agent.ServiceAddress} ServiceAddress instance
         * @type {{
         *   (properties: agent.ServiceAddress.$Shape): agent.ServiceAddress & agent.ServiceAddress.$Shape;
         *   (properties?: agent.ServiceAddress.$Properties): agent.ServiceAddress;
         * }}
         */
        ServiceAddress.create = function(properties) {
            return new ServiceAddress(properties);
        };

        /**
         * Encodes the specified ServiceAddress message. Does not implicitly {@link agent.ServiceAddress.verify|verify} messages.
         * @function encode
         * @memberof agent.ServiceAddress
         * @static
         * @param {agent.ServiceAddress.$Properties} message ServiceAddress message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceAddress.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.address);
            if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.port);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified ServiceAddress message, length delimited. Does not implicitly {@link agent.ServiceAddress.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.ServiceAddress
         * @static
         * @param {agent.ServiceAddress.$Properties} message ServiceAddress message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceAddress.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a ServiceAddress message from the specified reader or buffer.
         * @function decode
         * @memberof agent.ServiceAddress
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.ServiceAddress & agent.ServiceAddress.$Shape} ServiceAddress
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceAddress.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.ServiceAddress();
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
                            message.address = value;
                        else
                            delete message.address;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.port = value;
                        else
                            delete message.port;
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

        /**
         * Decodes a ServiceAddress message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.ServiceAddress
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.ServiceAddress & agent.ServiceAddress.$Shape} ServiceAddress
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceAddress.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a ServiceAddress message.
         * @function verify
         * @memberof agent.ServiceAddress
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ServiceAddress.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                if (!$util.isString(message.address))
                    return "address: string expected";
            if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                if (!$util.isInteger(message.port))
                    return "port: integer expected";
            return null;
        };

        /**
         * Creates a ServiceAddress message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.ServiceAddress
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.ServiceAddress} ServiceAddress
         */
        ServiceAddress.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.ServiceAddress)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.ServiceAddress: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.ServiceAddress();
            if (object.address != null)
                if (typeof object.address !== "string" || object.address.length)
                    message.address = $String(object.address);
            if (object.port != null)
                if ($Number(object.port) !== 0)
                    message.port = object.port >>> 0;
            return message;
        };

        /**
         * Creates a plain object from a ServiceAddress message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.ServiceAddress
         * @static
         * @param {agent.ServiceAddress} message ServiceAddress
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ServiceAddress.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.address = "";
                object.port = 0;
            }
            if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                object.address = message.address;
            if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                object.port = message.port;
            return object;
        };

        /**
         * Converts this ServiceAddress to JSON.
         * @function toJSON
         * @memberof agent.ServiceAddress
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ServiceAddress.prototype.toJSON = function() {
            return ServiceAddress.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ServiceAddress
         * @function getTypeUrl
         * @memberof agent.ServiceAddress
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ServiceAddress.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.ServiceAddress";
        };

        return ServiceAddress;
    })();

    agent.ServiceWeights = (function() {

        /**
         * Properties of a ServiceWeights.
         * @typedef {Object} agent.ServiceWeights.$Properties
         * @property {number|null} [passing] ServiceWeights passing
         * @property {number|null} [warning] ServiceWeights warning
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ServiceWeights.
         * @memberof agent
         * @interface IServiceWeights
         * @augments agent.ServiceWeights.$Properties
         * @deprecated Use agent.ServiceWeights.$Properties instead.
         */

        /**
         * Shape of a ServiceWeights.
         * @typedef {agent.ServiceWeights.$Properties} agent.ServiceWeights.$Shape
         */

        /**
         * Constructs a new ServiceWeights.
         * @memberof agent
         * @classdesc Represents a ServiceWeights.
         * @constructor
         * @param {agent.ServiceWeights.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ServiceWeights = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ServiceWeights passing.
         * @member {number} passing
         * @memberof agent.ServiceWeights
         * @instance
         */
        ServiceWeights.prototype.passing = 0;

        /**
         * ServiceWeights warning.
         * @member {number} warning
         * @memberof agent.ServiceWeights
         * @instance
         */
        ServiceWeights.prototype.warning = 0;

        /**
         * Creates a new ServiceWeights instance using the specified properties.
         * @function create
         * @memberof agent.ServiceWeights
         * @static
         * @param {agent.ServiceWeights.$Properties=} [properties] Properties to set
         * @returns {agent.ServiceWeights} ServiceWeights instance
         * @type {{
         *   (properties: agent.ServiceWeights.$Shape): agent.ServiceWeights & agent.ServiceWeights.$Shape;
         *   (properties?: agent.ServiceWeights.$Properties): agent.ServiceWeights;
         * }}
         */
        ServiceWeights.create = function(properties) {
            return new ServiceWeights(properties);
        };

        /**
         * Encodes the specified ServiceWeights message. Does not implicitly {@link agent.ServiceWeights.verify|verify} messages.
         * @function encode
         * @memberof agent.ServiceWeights
         * @static
         * @param {agent.ServiceWeights.$Properties} message ServiceWeights message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceWeights.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.passing != null && $Object.hasOwnProperty.call(message, "passing") && message.passing !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.passing);
            if (message.warning != null && $Object.hasOwnProperty.call(message, "warning") && message.warning !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.warning);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified ServiceWeights message, length delimited. Does not implicitly {@link agent.ServiceWeights.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.ServiceWeights
         * @static
         * @param {agent.ServiceWeights.$Properties} message ServiceWeights message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceWeights.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a ServiceWeights message from the specified reader or buffer.
         * @function decode
         * @memberof agent.ServiceWeights
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.ServiceWeights & agent.ServiceWeights.$Shape} ServiceWeights
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceWeights.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.ServiceWeights();
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
                            message.passing = value;
                        else
                            delete message.passing;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.warning = value;
                        else
                            delete message.warning;
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

        /**
         * Decodes a ServiceWeights message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.ServiceWeights
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.ServiceWeights & agent.ServiceWeights.$Shape} ServiceWeights
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceWeights.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a ServiceWeights message.
         * @function verify
         * @memberof agent.ServiceWeights
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ServiceWeights.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.passing != null && $Object.hasOwnProperty.call(message, "passing"))
                if (!$util.isInteger(message.passing))
                    return "passing: integer expected";
            if (message.warning != null && $Object.hasOwnProperty.call(message, "warning"))
                if (!$util.isInteger(message.warning))
                    return "warning: integer expected";
            return null;
        };

        /**
         * Creates a ServiceWeights message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.ServiceWeights
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.ServiceWeights} ServiceWeights
         */
        ServiceWeights.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.ServiceWeights)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.ServiceWeights: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.ServiceWeights();
            if (object.passing != null)
                if ($Number(object.passing) !== 0)
                    message.passing = object.passing >>> 0;
            if (object.warning != null)
                if ($Number(object.warning) !== 0)
                    message.warning = object.warning >>> 0;
            return message;
        };

        /**
         * Creates a plain object from a ServiceWeights message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.ServiceWeights
         * @static
         * @param {agent.ServiceWeights} message ServiceWeights
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ServiceWeights.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.passing = 0;
                object.warning = 0;
            }
            if (message.passing != null && $Object.hasOwnProperty.call(message, "passing"))
                object.passing = message.passing;
            if (message.warning != null && $Object.hasOwnProperty.call(message, "warning"))
                object.warning = message.warning;
            return object;
        };

        /**
         * Converts this ServiceWeights to JSON.
         * @function toJSON
         * @memberof agent.ServiceWeights
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ServiceWeights.prototype.toJSON = function() {
            return ServiceWeights.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ServiceWeights
         * @function getTypeUrl
         * @memberof agent.ServiceWeights
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ServiceWeights.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.ServiceWeights";
        };

        return ServiceWeights;
    })();

    agent.Service = (function() {

        /**
         * Properties of a Service.
         * @typedef {Object} agent.Service.$Properties
         * @property {string|null} [node] Service node
         * @property {string|null} [id] Service id
         * @property {string|null} [service] Service service
         * @property {string|null} [kind] Service kind
         * @property {Array.<string>|null} [tags] Service tags
         * @property {string|null} [address] Service address
         * @property {Object.<string,agent.ServiceAddress.$Properties>|null} [taggedAddresses] Service taggedAddresses
         * @property {Object.<string,string>|null} [meta] Service meta
         * @property {number|null} [port] Service port
         * @property {string|null} [socketPath] Service socketPath
         * @property {agent.ServiceWeights.$Properties|null} [weights] Service weights
         * @property {boolean|null} [enableTagOverride] Service enableTagOverride
         * @property {number|null} [createIndex] Service createIndex
         * @property {number|null} [modifyIndex] Service modifyIndex
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Service.
         * @memberof agent
         * @interface IService
         * @augments agent.Service.$Properties
         * @deprecated Use agent.Service.$Properties instead.
         */

        /**
         * Shape of a Service.
         * @typedef {agent.Service.$Properties} agent.Service.$Shape
         */

        /**
         * Constructs a new Service.
         * @memberof agent
         * @classdesc Represents a Service.
         * @constructor
         * @param {agent.Service.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Service = function (properties) {
            this.tags = [];
            this.taggedAddresses = {};
            this.meta = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Service node.
         * @member {string} node
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.node = "";

        /**
         * Service id.
         * @member {string} id
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.id = "";

        /**
         * Service service.
         * @member {string} service
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.service = "";

        /**
         * Service kind.
         * @member {string} kind
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.kind = "";

        /**
         * Service tags.
         * @member {Array.<string>} tags
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.tags = $util.emptyArray;

        /**
         * Service address.
         * @member {string} address
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.address = "";

        /**
         * Service taggedAddresses.
         * @member {Object.<string,agent.ServiceAddress.$Properties>} taggedAddresses
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.taggedAddresses = $util.emptyObject;

        /**
         * Service meta.
         * @member {Object.<string,string>} meta
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.meta = $util.emptyObject;

        /**
         * Service port.
         * @member {number} port
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.port = 0;

        /**
         * Service socketPath.
         * @member {string} socketPath
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.socketPath = "";

        /**
         * Service weights.
         * @member {agent.ServiceWeights.$Properties|null|undefined} weights
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.weights = null;

        /**
         * Service enableTagOverride.
         * @member {boolean} enableTagOverride
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.enableTagOverride = false;

        /**
         * Service createIndex.
         * @member {number} createIndex
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.createIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Service modifyIndex.
         * @member {number} modifyIndex
         * @memberof agent.Service
         * @instance
         */
        Service.prototype.modifyIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Service instance using the specified properties.
         * @function create
         * @memberof agent.Service
         * @static
         * @param {agent.Service.$Properties=} [properties] Properties to set
         * @returns {agent.Service} Service instance
         * @type {{
         *   (properties: agent.Service.$Shape): agent.Service & agent.Service.$Shape;
         *   (properties?: agent.Service.$Properties): agent.Service;
         * }}
         */
        Service.create = function(properties) {
            return new Service(properties);
        };

        /**
         * Encodes the specified Service message. Does not implicitly {@link agent.Service.verify|verify} messages.
         * @function encode
         * @memberof agent.Service
         * @static
         * @param {agent.Service.$Properties} message Service message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Service.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
            if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.service);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.kind);
            if (message.tags != null && message.tags.length)
                for (let i = 0; i < message.tags.length; ++i)
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.tags[i]);
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.address);
            if (message.taggedAddresses != null && $Object.hasOwnProperty.call(message, "taggedAddresses"))
                for (let keys = $Object.keys(message.taggedAddresses), i = 0; i < keys.length; ++i) {
                    writer.uint32(/* id 7, wireType 2 =*/58).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]);
                    $root.agent.ServiceAddress.encode(message.taggedAddresses[keys[i]], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
                for (let keys = $Object.keys(message.meta), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 8, wireType 2 =*/66).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.meta[keys[i]]).ldelim();
            if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.port);
            if (message.socketPath != null && $Object.hasOwnProperty.call(message, "socketPath") && message.socketPath !== "")
                writer.uint32(/* id 10, wireType 2 =*/82).string(message.socketPath);
            if (message.weights != null && $Object.hasOwnProperty.call(message, "weights"))
                $root.agent.ServiceWeights.encode(message.weights, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
            if (message.enableTagOverride != null && $Object.hasOwnProperty.call(message, "enableTagOverride") && message.enableTagOverride !== false)
                writer.uint32(/* id 12, wireType 0 =*/96).bool(message.enableTagOverride);
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex") && (typeof message.createIndex === "object" ? message.createIndex.low || message.createIndex.high : message.createIndex !== 0))
                writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.createIndex);
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex") && (typeof message.modifyIndex === "object" ? message.modifyIndex.low || message.modifyIndex.high : message.modifyIndex !== 0))
                writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.modifyIndex);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Service message, length delimited. Does not implicitly {@link agent.Service.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Service
         * @static
         * @param {agent.Service.$Properties} message Service message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Service.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Service message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Service
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Service & agent.Service.$Shape} Service
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Service.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.agent.Service();
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
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.service = value;
                        else
                            delete message.service;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.tags && message.tags.length))
                            message.tags = [];
                        message.tags.push(reader.stringVerify());
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.address = value;
                        else
                            delete message.address;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (message.taggedAddresses === $util.emptyObject)
                            message.taggedAddresses = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.agent.ServiceAddress.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.taggedAddresses, key);
                        message.taggedAddresses[key] = value || new $root.agent.ServiceAddress();
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if (message.meta === $util.emptyObject)
                            message.meta = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.meta, key);
                        message.meta[key] = value;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.port = value;
                        else
                            delete message.port;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.socketPath = value;
                        else
                            delete message.socketPath;
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.weights = $root.agent.ServiceWeights.decode(reader, reader.size(), $undefined, _depth + 1, message.weights);
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.enableTagOverride = value;
                        else
                            delete message.enableTagOverride;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.createIndex = value;
                        else
                            delete message.createIndex;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.modifyIndex = value;
                        else
                            delete message.modifyIndex;
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

        /**
         * Decodes a Service message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Service
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Service & agent.Service.$Shape} Service
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Service.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Service message.
         * @function verify
         * @memberof agent.Service
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Service.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                if (!$util.isString(message.node))
                    return "node: string expected";
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (!$util.isString(message.id))
                    return "id: string expected";
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                if (!$util.isString(message.service))
                    return "service: string expected";
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                if (!$util.isString(message.kind))
                    return "kind: string expected";
            if (message.tags != null && $Object.hasOwnProperty.call(message, "tags")) {
                if (!$Array.isArray(message.tags))
                    return "tags: array expected";
                for (let i = 0; i < message.tags.length; ++i)
                    if (!$util.isString(message.tags[i]))
                        return "tags: string[] expected";
            }
            if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                if (!$util.isString(message.address))
                    return "address: string expected";
            if (message.taggedAddresses != null && $Object.hasOwnProperty.call(message, "taggedAddresses")) {
                if (!$util.isObject(message.taggedAddresses))
                    return "taggedAddresses: object expected";
                let key = $Object.keys(message.taggedAddresses);
                for (let i = 0; i < key.length; ++i) {
                    let error = $root.agent.ServiceAddress.verify(message.taggedAddresses[key[i]], _depth + 1);
                    if (error)
                        return "taggedAddresses." + error;
                }
            }
            if (message.meta != null && $Object.hasOwnProperty.call(message, "meta")) {
                if (!$util.isObject(message.meta))
                    return "meta: object expected";
                let key = $Object.keys(message.meta);
                for (let i = 0; i < key.length; ++i)
                    if (!$util.isString(message.meta[key[i]]))
                        return "meta: string{k:string} expected";
            }
            if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                if (!$util.isInteger(message.port))
                    return "port: integer expected";
            if (message.socketPath != null && $Object.hasOwnProperty.call(message, "socketPath"))
                if (!$util.isString(message.socketPath))
                    return "socketPath: string expected";
            if (message.weights != null && $Object.hasOwnProperty.call(message, "weights")) {
                let error = $root.agent.ServiceWeights.verify(message.weights, _depth + 1);
                if (error)
                    return "weights." + error;
            }
            if (message.enableTagOverride != null && $Object.hasOwnProperty.call(message, "enableTagOverride"))
                if (typeof message.enableTagOverride !== "boolean")
                    return "enableTagOverride: boolean expected";
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (!$util.isInteger(message.createIndex) && !(message.createIndex && $util.isInteger(message.createIndex.low) && $util.isInteger(message.createIndex.high)))
                    return "createIndex: integer|Long expected";
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (!$util.isInteger(message.modifyIndex) && !(message.modifyIndex && $util.isInteger(message.modifyIndex.low) && $util.isInteger(message.modifyIndex.high)))
                    return "modifyIndex: integer|Long expected";
            return null;
        };

        /**
         * Creates a Service message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Service
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Service} Service
         */
        Service.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Service)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Service: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Service();
            if (object.node != null)
                if (typeof object.node !== "string" || object.node.length)
                    message.node = $String(object.node);
            if (object.id != null)
                if (typeof object.id !== "string" || object.id.length)
                    message.id = $String(object.id);
            if (object.service != null)
                if (typeof object.service !== "string" || object.service.length)
                    message.service = $String(object.service);
            if (object.kind != null)
                if (typeof object.kind !== "string" || object.kind.length)
                    message.kind = $String(object.kind);
            if (object.tags) {
                if (!$Array.isArray(object.tags))
                    throw $TypeError(".agent.Service.tags: array expected");
                message.tags = $Array(object.tags.length);
                for (let i = 0; i < object.tags.length; ++i)
                    message.tags[i] = $String(object.tags[i]);
            }
            if (object.address != null)
                if (typeof object.address !== "string" || object.address.length)
                    message.address = $String(object.address);
            if (object.taggedAddresses) {
                if (!$util.isObject(object.taggedAddresses))
                    throw $TypeError(".agent.Service.taggedAddresses: object expected");
                message.taggedAddresses = {};
                for (let keys = $Object.keys(object.taggedAddresses), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.taggedAddresses, keys[i]);
                    if (!$util.isObject(object.taggedAddresses[keys[i]]))
                        throw $TypeError(".agent.Service.taggedAddresses: object expected");
                    message.taggedAddresses[keys[i]] = $root.agent.ServiceAddress.fromObject(object.taggedAddresses[keys[i]], _depth + 1);
                }
            }
            if (object.meta) {
                if (!$util.isObject(object.meta))
                    throw $TypeError(".agent.Service.meta: object expected");
                message.meta = {};
                for (let keys = $Object.keys(object.meta), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.meta, keys[i]);
                    message.meta[keys[i]] = $String(object.meta[keys[i]]);
                }
            }
            if (object.port != null)
                if ($Number(object.port) !== 0)
                    message.port = object.port >>> 0;
            if (object.socketPath != null)
                if (typeof object.socketPath !== "string" || object.socketPath.length)
                    message.socketPath = $String(object.socketPath);
            if (object.weights != null) {
                if (!$util.isObject(object.weights))
                    throw $TypeError(".agent.Service.weights: object expected");
                message.weights = $root.agent.ServiceWeights.fromObject(object.weights, _depth + 1);
            }
            if (object.enableTagOverride != null)
                if (object.enableTagOverride)
                    message.enableTagOverride = $Boolean(object.enableTagOverride);
            if (object.createIndex != null)
                if (typeof object.createIndex === "object" ? object.createIndex.low || object.createIndex.high : $Number(object.createIndex) !== 0)
                    if ($util.Long)
                        message.createIndex = $util.Long.fromValue(object.createIndex, true);
                    else if (typeof object.createIndex === "string")
                        message.createIndex = $parseInt(object.createIndex, 10);
                    else if (typeof object.createIndex === "number")
                        message.createIndex = object.createIndex;
                    else if (typeof object.createIndex === "object")
                        message.createIndex = new $util.LongBits(object.createIndex.low >>> 0, object.createIndex.high >>> 0).toNumber(true);
            if (object.modifyIndex != null)
                if (typeof object.modifyIndex === "object" ? object.modifyIndex.low || object.modifyIndex.high : $Number(object.modifyIndex) !== 0)
                    if ($util.Long)
                        message.modifyIndex = $util.Long.fromValue(object.modifyIndex, true);
                    else if (typeof object.modifyIndex === "string")
                        message.modifyIndex = $parseInt(object.modifyIndex, 10);
                    else if (typeof object.modifyIndex === "number")
                        message.modifyIndex = object.modifyIndex;
                    else if (typeof object.modifyIndex === "object")
                        message.modifyIndex = new $util.LongBits(object.modifyIndex.low >>> 0, object.modifyIndex.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from a Service message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Service
         * @static
         * @param {agent.Service} message Service
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Service.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.tags = [];
            if (options.objects || options.defaults) {
                object.taggedAddresses = {};
                object.meta = {};
            }
            if (options.defaults) {
                object.node = "";
                object.id = "";
                object.service = "";
                object.kind = "";
                object.address = "";
                object.port = 0;
                object.socketPath = "";
                object.weights = null;
                object.enableTagOverride = false;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.createIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.createIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.modifyIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.modifyIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                object.node = message.node;
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                object.id = message.id;
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                object.service = message.service;
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                object.kind = message.kind;
            if (message.tags && message.tags.length) {
                object.tags = $Array(message.tags.length);
                for (let j = 0; j < message.tags.length; ++j)
                    object.tags[j] = message.tags[j];
            }
            if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                object.address = message.address;
            let keys2;
            if (message.taggedAddresses && (keys2 = $Object.keys(message.taggedAddresses)).length) {
                object.taggedAddresses = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.taggedAddresses, keys2[j]);
                    object.taggedAddresses[keys2[j]] = $root.agent.ServiceAddress.toObject(message.taggedAddresses[keys2[j]], options, _depth + 1);
                }
            }
            if (message.meta && (keys2 = $Object.keys(message.meta)).length) {
                object.meta = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.meta, keys2[j]);
                    object.meta[keys2[j]] = message.meta[keys2[j]];
                }
            }
            if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                object.port = message.port;
            if (message.socketPath != null && $Object.hasOwnProperty.call(message, "socketPath"))
                object.socketPath = message.socketPath;
            if (message.weights != null && $Object.hasOwnProperty.call(message, "weights"))
                object.weights = $root.agent.ServiceWeights.toObject(message.weights, options, _depth + 1);
            if (message.enableTagOverride != null && $Object.hasOwnProperty.call(message, "enableTagOverride"))
                object.enableTagOverride = message.enableTagOverride;
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.createIndex = typeof message.createIndex === "number" ? $BigInt(message.createIndex) : $util.Long.fromBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0, true).toBigInt();
                else if (typeof message.createIndex === "number")
                    object.createIndex = options.longs === $String ? $String(message.createIndex) : message.createIndex;
                else
                    object.createIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.createIndex) : options.longs === $Number ? new $util.LongBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0).toNumber(true) : message.createIndex;
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.modifyIndex = typeof message.modifyIndex === "number" ? $BigInt(message.modifyIndex) : $util.Long.fromBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0, true).toBigInt();
                else if (typeof message.modifyIndex === "number")
                    object.modifyIndex = options.longs === $String ? $String(message.modifyIndex) : message.modifyIndex;
                else
                    object.modifyIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.modifyIndex) : options.longs === $Number ? new $util.LongBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0).toNumber(true) : message.modifyIndex;
            return object;
        };

        /**
         * Converts this Service to JSON.
         * @function toJSON
         * @memberof agent.Service
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Service.prototype.toJSON = function() {
            return Service.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Service
         * @function getTypeUrl
         * @memberof agent.Service
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Service.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Service";
        };

        return Service;
    })();

    agent.HeaderValues = (function() {

        /**
         * Properties of a HeaderValues.
         * @typedef {Object} agent.HeaderValues.$Properties
         * @property {Array.<string>|null} [values] HeaderValues values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a HeaderValues.
         * @memberof agent
         * @interface IHeaderValues
         * @augments agent.HeaderValues.$Properties
         * @deprecated Use agent.HeaderValues.$Properties instead.
         */

        /**
         * Shape of a HeaderValues.
         * @typedef {agent.HeaderValues.$Properties} agent.HeaderValues.$Shape
         */

        /**
         * Constructs a new HeaderValues.
         * @memberof agent
         * @classdesc Represents a HeaderValues.
         * @constructor
         * @param {agent.HeaderValues.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HeaderValues = function (properties) {
            this.values = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HeaderValues values.
         * @member {Array.<string>} values
         * @memberof agent.HeaderValues
         * @instance
         */
        HeaderValues.prototype.values = $util.emptyArray;

        /**
         * Creates a new HeaderValues instance using the specified properties.
         * @function create
         * @memberof agent.HeaderValues
         * @static
         * @param {agent.HeaderValues.$Properties=} [properties] Properties to set
         * @returns {agent.HeaderValues} HeaderValues instance
         * @type {{
         *   (properties: agent.HeaderValues.$Shape): agent.HeaderValues & agent.HeaderValues.$Shape;
         *   (properties?: agent.HeaderValues.$Properties): agent.HeaderValues;
         * }}
         */
        HeaderValues.create = function(properties) {
            return new HeaderValues(properties);
        };

        /**
         * Encodes the specified HeaderValues message. Does not implicitly {@link agent.HeaderValues.verify|verify} messages.
         * @function encode
         * @memberof agent.HeaderValues
         * @static
         * @param {agent.HeaderValues.$Properties} message HeaderValues message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HeaderValues.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.values != null && message.values.length)
                for (let i = 0; i < message.values.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.values[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified HeaderValues message, length delimited. Does not implicitly {@link agent.HeaderValues.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.HeaderValues
         * @static
         * @param {agent.HeaderValues.$Properties} message HeaderValues message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HeaderValues.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a HeaderValues message from the specified reader or buffer.
         * @function decode
         * @memberof agent.HeaderValues
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.HeaderValues & agent.HeaderValues.$Shape} HeaderValues
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HeaderValues.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.HeaderValues();
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
                        if (!(message.values && message.values.length))
                            message.values = [];
                        message.values.push(reader.stringVerify());
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

        /**
         * Decodes a HeaderValues message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.HeaderValues
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.HeaderValues & agent.HeaderValues.$Shape} HeaderValues
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HeaderValues.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a HeaderValues message.
         * @function verify
         * @memberof agent.HeaderValues
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        HeaderValues.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.values != null && $Object.hasOwnProperty.call(message, "values")) {
                if (!$Array.isArray(message.values))
                    return "values: array expected";
                for (let i = 0; i < message.values.length; ++i)
                    if (!$util.isString(message.values[i]))
                        return "values: string[] expected";
            }
            return null;
        };

        /**
         * Creates a HeaderValues message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.HeaderValues
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.HeaderValues} HeaderValues
         */
        HeaderValues.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.HeaderValues)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.HeaderValues: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.HeaderValues();
            if (object.values) {
                if (!$Array.isArray(object.values))
                    throw $TypeError(".agent.HeaderValues.values: array expected");
                message.values = $Array(object.values.length);
                for (let i = 0; i < object.values.length; ++i)
                    message.values[i] = $String(object.values[i]);
            }
            return message;
        };

        /**
         * Creates a plain object from a HeaderValues message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.HeaderValues
         * @static
         * @param {agent.HeaderValues} message HeaderValues
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        HeaderValues.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.values = [];
            if (message.values && message.values.length) {
                object.values = $Array(message.values.length);
                for (let j = 0; j < message.values.length; ++j)
                    object.values[j] = message.values[j];
            }
            return object;
        };

        /**
         * Converts this HeaderValues to JSON.
         * @function toJSON
         * @memberof agent.HeaderValues
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        HeaderValues.prototype.toJSON = function() {
            return HeaderValues.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for HeaderValues
         * @function getTypeUrl
         * @memberof agent.HeaderValues
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        HeaderValues.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.HeaderValues";
        };

        return HeaderValues;
    })();

    agent.CheckProbe = (function() {

        /**
         * Properties of a CheckProbe.
         * @typedef {Object} agent.CheckProbe.$Properties
         * @property {string|null} [http] CheckProbe http
         * @property {string|null} [method] CheckProbe method
         * @property {string|null} [body] CheckProbe body
         * @property {Object.<string,agent.HeaderValues.$Properties>|null} [header] CheckProbe header
         * @property {string|null} [tcp] CheckProbe tcp
         * @property {string|null} [udp] CheckProbe udp
         * @property {string|null} [grpc] CheckProbe grpc
         * @property {string|null} [tlsServerName] CheckProbe tlsServerName
         * @property {boolean|null} [tlsSkipVerify] CheckProbe tlsSkipVerify
         * @property {number|null} [intervalMs] CheckProbe intervalMs
         * @property {number|null} [timeoutMs] CheckProbe timeoutMs
         * @property {number|null} [deregisterCriticalServiceAfterMs] CheckProbe deregisterCriticalServiceAfterMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CheckProbe.
         * @memberof agent
         * @interface ICheckProbe
         * @augments agent.CheckProbe.$Properties
         * @deprecated Use agent.CheckProbe.$Properties instead.
         */

        /**
         * Shape of a CheckProbe.
         * @typedef {agent.CheckProbe.$Properties} agent.CheckProbe.$Shape
         */

        /**
         * Constructs a new CheckProbe.
         * @memberof agent
         * @classdesc Represents a CheckProbe.
         * @constructor
         * @param {agent.CheckProbe.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CheckProbe = function (properties) {
            this.header = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CheckProbe http.
         * @member {string} http
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.http = "";

        /**
         * CheckProbe method.
         * @member {string} method
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.method = "";

        /**
         * CheckProbe body.
         * @member {string} body
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.body = "";

        /**
         * CheckProbe header.
         * @member {Object.<string,agent.HeaderValues.$Properties>} header
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.header = $util.emptyObject;

        /**
         * CheckProbe tcp.
         * @member {string} tcp
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.tcp = "";

        /**
         * CheckProbe udp.
         * @member {string} udp
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.udp = "";

        /**
         * CheckProbe grpc.
         * @member {string} grpc
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.grpc = "";

        /**
         * CheckProbe tlsServerName.
         * @member {string} tlsServerName
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.tlsServerName = "";

        /**
         * CheckProbe tlsSkipVerify.
         * @member {boolean} tlsSkipVerify
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.tlsSkipVerify = false;

        /**
         * CheckProbe intervalMs.
         * @member {number} intervalMs
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.intervalMs = 0;

        /**
         * CheckProbe timeoutMs.
         * @member {number} timeoutMs
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.timeoutMs = 0;

        /**
         * CheckProbe deregisterCriticalServiceAfterMs.
         * @member {number} deregisterCriticalServiceAfterMs
         * @memberof agent.CheckProbe
         * @instance
         */
        CheckProbe.prototype.deregisterCriticalServiceAfterMs = 0;

        /**
         * Creates a new CheckProbe instance using the specified properties.
         * @function create
         * @memberof agent.CheckProbe
         * @static
         * @param {agent.CheckProbe.$Properties=} [properties] Properties to set
         * @returns {agent.CheckProbe} CheckProbe instance
         * @type {{
         *   (properties: agent.CheckProbe.$Shape): agent.CheckProbe & agent.CheckProbe.$Shape;
         *   (properties?: agent.CheckProbe.$Properties): agent.CheckProbe;
         * }}
         */
        CheckProbe.create = function(properties) {
            return new CheckProbe(properties);
        };

        /**
         * Encodes the specified CheckProbe message. Does not implicitly {@link agent.CheckProbe.verify|verify} messages.
         * @function encode
         * @memberof agent.CheckProbe
         * @static
         * @param {agent.CheckProbe.$Properties} message CheckProbe message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CheckProbe.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.http != null && $Object.hasOwnProperty.call(message, "http") && message.http !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.http);
            if (message.method != null && $Object.hasOwnProperty.call(message, "method") && message.method !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.method);
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.body);
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                for (let keys = $Object.keys(message.header), i = 0; i < keys.length; ++i) {
                    writer.uint32(/* id 4, wireType 2 =*/34).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]);
                    $root.agent.HeaderValues.encode(message.header[keys[i]], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.tcp != null && $Object.hasOwnProperty.call(message, "tcp") && message.tcp !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.tcp);
            if (message.udp != null && $Object.hasOwnProperty.call(message, "udp") && message.udp !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.udp);
            if (message.grpc != null && $Object.hasOwnProperty.call(message, "grpc") && message.grpc !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.grpc);
            if (message.tlsServerName != null && $Object.hasOwnProperty.call(message, "tlsServerName") && message.tlsServerName !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.tlsServerName);
            if (message.tlsSkipVerify != null && $Object.hasOwnProperty.call(message, "tlsSkipVerify") && message.tlsSkipVerify !== false)
                writer.uint32(/* id 9, wireType 0 =*/72).bool(message.tlsSkipVerify);
            if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs") && !$Object.is(message.intervalMs, 0))
                writer.uint32(/* id 10, wireType 1 =*/81).double(message.intervalMs);
            if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && !$Object.is(message.timeoutMs, 0))
                writer.uint32(/* id 11, wireType 1 =*/89).double(message.timeoutMs);
            if (message.deregisterCriticalServiceAfterMs != null && $Object.hasOwnProperty.call(message, "deregisterCriticalServiceAfterMs") && !$Object.is(message.deregisterCriticalServiceAfterMs, 0))
                writer.uint32(/* id 12, wireType 1 =*/97).double(message.deregisterCriticalServiceAfterMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified CheckProbe message, length delimited. Does not implicitly {@link agent.CheckProbe.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.CheckProbe
         * @static
         * @param {agent.CheckProbe.$Properties} message CheckProbe message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CheckProbe.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a CheckProbe message from the specified reader or buffer.
         * @function decode
         * @memberof agent.CheckProbe
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.CheckProbe & agent.CheckProbe.$Shape} CheckProbe
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CheckProbe.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.agent.CheckProbe();
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
                            message.http = value;
                        else
                            delete message.http;
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
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (message.header === $util.emptyObject)
                            message.header = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.agent.HeaderValues.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.header, key);
                        message.header[key] = value || new $root.agent.HeaderValues();
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.tcp = value;
                        else
                            delete message.tcp;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.udp = value;
                        else
                            delete message.udp;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.grpc = value;
                        else
                            delete message.grpc;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.tlsServerName = value;
                        else
                            delete message.tlsServerName;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.tlsSkipVerify = value;
                        else
                            delete message.tlsSkipVerify;
                        continue;
                    }
                case 10: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.intervalMs = value;
                        else
                            delete message.intervalMs;
                        continue;
                    }
                case 11: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.timeoutMs = value;
                        else
                            delete message.timeoutMs;
                        continue;
                    }
                case 12: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.deregisterCriticalServiceAfterMs = value;
                        else
                            delete message.deregisterCriticalServiceAfterMs;
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

        /**
         * Decodes a CheckProbe message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.CheckProbe
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.CheckProbe & agent.CheckProbe.$Shape} CheckProbe
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CheckProbe.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a CheckProbe message.
         * @function verify
         * @memberof agent.CheckProbe
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        CheckProbe.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.http != null && $Object.hasOwnProperty.call(message, "http"))
                if (!$util.isString(message.http))
                    return "http: string expected";
            if (message.method != null && $Object.hasOwnProperty.call(message, "method"))
                if (!$util.isString(message.method))
                    return "method: string expected";
            if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                if (!$util.isString(message.body))
                    return "body: string expected";
            if (message.header != null && $Object.hasOwnProperty.call(message, "header")) {
                if (!$util.isObject(message.header))
                    return "header: object expected";
                let key = $Object.keys(message.header);
                for (let i = 0; i < key.length; ++i) {
                    let error = $root.agent.HeaderValues.verify(message.header[key[i]], _depth + 1);
                    if (error)
                        return "header." + error;
                }
            }
            if (message.tcp != null && $Object.hasOwnProperty.call(message, "tcp"))
                if (!$util.isString(message.tcp))
                    return "tcp: string expected";
            if (message.udp != null && $Object.hasOwnProperty.call(message, "udp"))
                if (!$util.isString(message.udp))
                    return "udp: string expected";
            if (message.grpc != null && $Object.hasOwnProperty.call(message, "grpc"))
                if (!$util.isString(message.grpc))
                    return "grpc: string expected";
            if (message.tlsServerName != null && $Object.hasOwnProperty.call(message, "tlsServerName"))
                if (!$util.isString(message.tlsServerName))
                    return "tlsServerName: string expected";
            if (message.tlsSkipVerify != null && $Object.hasOwnProperty.call(message, "tlsSkipVerify"))
                if (typeof message.tlsSkipVerify !== "boolean")
                    return "tlsSkipVerify: boolean expected";
            if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs"))
                if (typeof message.intervalMs !== "number")
                    return "intervalMs: number expected";
            if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs"))
                if (typeof message.timeoutMs !== "number")
                    return "timeoutMs: number expected";
            if (message.deregisterCriticalServiceAfterMs != null && $Object.hasOwnProperty.call(message, "deregisterCriticalServiceAfterMs"))
                if (typeof message.deregisterCriticalServiceAfterMs !== "number")
                    return "deregisterCriticalServiceAfterMs: number expected";
            return null;
        };

        /**
         * Creates a CheckProbe message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.CheckProbe
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.CheckProbe} CheckProbe
         */
        CheckProbe.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.CheckProbe)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.CheckProbe: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.CheckProbe();
            if (object.http != null)
                if (typeof object.http !== "string" || object.http.length)
                    message.http = $String(object.http);
            if (object.method != null)
                if (typeof object.method !== "string" || object.method.length)
                    message.method = $String(object.method);
            if (object.body != null)
                if (typeof object.body !== "string" || object.body.length)
                    message.body = $String(object.body);
            if (object.header) {
                if (!$util.isObject(object.header))
                    throw $TypeError(".agent.CheckProbe.header: object expected");
                message.header = {};
                for (let keys = $Object.keys(object.header), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.header, keys[i]);
                    if (!$util.isObject(object.header[keys[i]]))
                        throw $TypeError(".agent.CheckProbe.header: object expected");
                    message.header[keys[i]] = $root.agent.HeaderValues.fromObject(object.header[keys[i]], _depth + 1);
                }
            }
            if (object.tcp != null)
                if (typeof object.tcp !== "string" || object.tcp.length)
                    message.tcp = $String(object.tcp);
            if (object.udp != null)
                if (typeof object.udp !== "string" || object.udp.length)
                    message.udp = $String(object.udp);
            if (object.grpc != null)
                if (typeof object.grpc !== "string" || object.grpc.length)
                    message.grpc = $String(object.grpc);
            if (object.tlsServerName != null)
                if (typeof object.tlsServerName !== "string" || object.tlsServerName.length)
                    message.tlsServerName = $String(object.tlsServerName);
            if (object.tlsSkipVerify != null)
                if (object.tlsSkipVerify)
                    message.tlsSkipVerify = $Boolean(object.tlsSkipVerify);
            if (object.intervalMs != null)
                if (!$Object.is($Number(object.intervalMs), 0))
                    message.intervalMs = $Number(object.intervalMs);
            if (object.timeoutMs != null)
                if (!$Object.is($Number(object.timeoutMs), 0))
                    message.timeoutMs = $Number(object.timeoutMs);
            if (object.deregisterCriticalServiceAfterMs != null)
                if (!$Object.is($Number(object.deregisterCriticalServiceAfterMs), 0))
                    message.deregisterCriticalServiceAfterMs = $Number(object.deregisterCriticalServiceAfterMs);
            return message;
        };

        /**
         * Creates a plain object from a CheckProbe message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.CheckProbe
         * @static
         * @param {agent.CheckProbe} message CheckProbe
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        CheckProbe.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.header = {};
            if (options.defaults) {
                object.http = "";
                object.method = "";
                object.body = "";
                object.tcp = "";
                object.udp = "";
                object.grpc = "";
                object.tlsServerName = "";
                object.tlsSkipVerify = false;
                object.intervalMs = 0;
                object.timeoutMs = 0;
                object.deregisterCriticalServiceAfterMs = 0;
            }
            if (message.http != null && $Object.hasOwnProperty.call(message, "http"))
                object.http = message.http;
            if (message.method != null && $Object.hasOwnProperty.call(message, "method"))
                object.method = message.method;
            if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                object.body = message.body;
            let keys2;
            if (message.header && (keys2 = $Object.keys(message.header)).length) {
                object.header = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.header, keys2[j]);
                    object.header[keys2[j]] = $root.agent.HeaderValues.toObject(message.header[keys2[j]], options, _depth + 1);
                }
            }
            if (message.tcp != null && $Object.hasOwnProperty.call(message, "tcp"))
                object.tcp = message.tcp;
            if (message.udp != null && $Object.hasOwnProperty.call(message, "udp"))
                object.udp = message.udp;
            if (message.grpc != null && $Object.hasOwnProperty.call(message, "grpc"))
                object.grpc = message.grpc;
            if (message.tlsServerName != null && $Object.hasOwnProperty.call(message, "tlsServerName"))
                object.tlsServerName = message.tlsServerName;
            if (message.tlsSkipVerify != null && $Object.hasOwnProperty.call(message, "tlsSkipVerify"))
                object.tlsSkipVerify = message.tlsSkipVerify;
            if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs"))
                object.intervalMs = options.json && !$isFinite(message.intervalMs) ? $String(message.intervalMs) : message.intervalMs;
            if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs"))
                object.timeoutMs = options.json && !$isFinite(message.timeoutMs) ? $String(message.timeoutMs) : message.timeoutMs;
            if (message.deregisterCriticalServiceAfterMs != null && $Object.hasOwnProperty.call(message, "deregisterCriticalServiceAfterMs"))
                object.deregisterCriticalServiceAfterMs = options.json && !$isFinite(message.deregisterCriticalServiceAfterMs) ? $String(message.deregisterCriticalServiceAfterMs) : message.deregisterCriticalServiceAfterMs;
            return object;
        };

        /**
         * Converts this CheckProbe to JSON.
         * @function toJSON
         * @memberof agent.CheckProbe
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        CheckProbe.prototype.toJSON = function() {
            return CheckProbe.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for CheckProbe
         * @function getTypeUrl
         * @memberof agent.CheckProbe
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        CheckProbe.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.CheckProbe";
        };

        return CheckProbe;
    })();

    agent.Check = (function() {

        /**
         * Properties of a Check.
         * @typedef {Object} agent.Check.$Properties
         * @property {string|null} [node] Check node
         * @property {string|null} [checkId] Check checkId
         * @property {string|null} [name] Check name
         * @property {string|null} [status] Check status
         * @property {string|null} [notes] Check notes
         * @property {string|null} [output] Check output
         * @property {string|null} [serviceId] Check serviceId
         * @property {string|null} [type] Check type
         * @property {string|null} [interval] Check interval
         * @property {string|null} [timeout] Check timeout
         * @property {number|null} [exposedPort] Check exposedPort
         * @property {agent.CheckProbe.$Properties|null} [probe] Check probe
         * @property {number|null} [createIndex] Check createIndex
         * @property {number|null} [modifyIndex] Check modifyIndex
         * @property {string|null} [serviceName] Check serviceName
         * @property {Array.<string>|null} [serviceTags] Check serviceTags
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Check.
         * @memberof agent
         * @interface ICheck
         * @augments agent.Check.$Properties
         * @deprecated Use agent.Check.$Properties instead.
         */

        /**
         * Shape of a Check.
         * @typedef {agent.Check.$Properties} agent.Check.$Shape
         */

        /**
         * Constructs a new Check.
         * @memberof agent
         * @classdesc Represents a Check.
         * @constructor
         * @param {agent.Check.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Check = function (properties) {
            this.serviceTags = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Check node.
         * @member {string} node
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.node = "";

        /**
         * Check checkId.
         * @member {string} checkId
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.checkId = "";

        /**
         * Check name.
         * @member {string} name
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.name = "";

        /**
         * Check status.
         * @member {string} status
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.status = "";

        /**
         * Check notes.
         * @member {string} notes
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.notes = "";

        /**
         * Check output.
         * @member {string} output
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.output = "";

        /**
         * Check serviceId.
         * @member {string} serviceId
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.serviceId = "";

        /**
         * Check type.
         * @member {string} type
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.type = "";

        /**
         * Check interval.
         * @member {string} interval
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.interval = "";

        /**
         * Check timeout.
         * @member {string} timeout
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.timeout = "";

        /**
         * Check exposedPort.
         * @member {number} exposedPort
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.exposedPort = 0;

        /**
         * Check probe.
         * @member {agent.CheckProbe.$Properties|null|undefined} probe
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.probe = null;

        /**
         * Check createIndex.
         * @member {number} createIndex
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.createIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Check modifyIndex.
         * @member {number} modifyIndex
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.modifyIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Check serviceName.
         * @member {string} serviceName
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.serviceName = "";

        /**
         * Check serviceTags.
         * @member {Array.<string>} serviceTags
         * @memberof agent.Check
         * @instance
         */
        Check.prototype.serviceTags = $util.emptyArray;

        /**
         * Creates a new Check instance using the specified properties.
         * @function create
         * @memberof agent.Check
         * @static
         * @param {agent.Check.$Properties=} [properties] Properties to set
         * @returns {agent.Check} Check instance
         * @type {{
         *   (properties: agent.Check.$Shape): agent.Check & agent.Check.$Shape;
         *   (properties?: agent.Check.$Properties): agent.Check;
         * }}
         */
        Check.create = function(properties) {
            return new Check(properties);
        };

        /**
         * Encodes the specified Check message. Does not implicitly {@link agent.Check.verify|verify} messages.
         * @function encode
         * @memberof agent.Check
         * @static
         * @param {agent.Check.$Properties} message Check message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Check.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
            if (message.checkId != null && $Object.hasOwnProperty.call(message, "checkId") && message.checkId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.checkId);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.name);
            if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.status);
            if (message.notes != null && $Object.hasOwnProperty.call(message, "notes") && message.notes !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.notes);
            if (message.output != null && $Object.hasOwnProperty.call(message, "output") && message.output !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.output);
            if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.serviceId);
            if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.type);
            if (message.interval != null && $Object.hasOwnProperty.call(message, "interval") && message.interval !== "")
                writer.uint32(/* id 9, wireType 2 =*/74).string(message.interval);
            if (message.timeout != null && $Object.hasOwnProperty.call(message, "timeout") && message.timeout !== "")
                writer.uint32(/* id 10, wireType 2 =*/82).string(message.timeout);
            if (message.exposedPort != null && $Object.hasOwnProperty.call(message, "exposedPort") && message.exposedPort !== 0)
                writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.exposedPort);
            if (message.probe != null && $Object.hasOwnProperty.call(message, "probe"))
                $root.agent.CheckProbe.encode(message.probe, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex") && (typeof message.createIndex === "object" ? message.createIndex.low || message.createIndex.high : message.createIndex !== 0))
                writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.createIndex);
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex") && (typeof message.modifyIndex === "object" ? message.modifyIndex.low || message.modifyIndex.high : message.modifyIndex !== 0))
                writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.modifyIndex);
            if (message.serviceName != null && $Object.hasOwnProperty.call(message, "serviceName") && message.serviceName !== "")
                writer.uint32(/* id 16, wireType 2 =*/130).string(message.serviceName);
            if (message.serviceTags != null && message.serviceTags.length)
                for (let i = 0; i < message.serviceTags.length; ++i)
                    writer.uint32(/* id 17, wireType 2 =*/138).string(message.serviceTags[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Check message, length delimited. Does not implicitly {@link agent.Check.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Check
         * @static
         * @param {agent.Check.$Properties} message Check message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Check.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Check message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Check
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Check & agent.Check.$Shape} Check
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Check.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Check();
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
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.checkId = value;
                        else
                            delete message.checkId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.status = value;
                        else
                            delete message.status;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.notes = value;
                        else
                            delete message.notes;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.output = value;
                        else
                            delete message.output;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.serviceId = value;
                        else
                            delete message.serviceId;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.type = value;
                        else
                            delete message.type;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.interval = value;
                        else
                            delete message.interval;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.timeout = value;
                        else
                            delete message.timeout;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.exposedPort = value;
                        else
                            delete message.exposedPort;
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.probe = $root.agent.CheckProbe.decode(reader, reader.size(), $undefined, _depth + 1, message.probe);
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.createIndex = value;
                        else
                            delete message.createIndex;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.modifyIndex = value;
                        else
                            delete message.modifyIndex;
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.serviceName = value;
                        else
                            delete message.serviceName;
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        if (!(message.serviceTags && message.serviceTags.length))
                            message.serviceTags = [];
                        message.serviceTags.push(reader.stringVerify());
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

        /**
         * Decodes a Check message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Check
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Check & agent.Check.$Shape} Check
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Check.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Check message.
         * @function verify
         * @memberof agent.Check
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Check.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                if (!$util.isString(message.node))
                    return "node: string expected";
            if (message.checkId != null && $Object.hasOwnProperty.call(message, "checkId"))
                if (!$util.isString(message.checkId))
                    return "checkId: string expected";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                if (!$util.isString(message.status))
                    return "status: string expected";
            if (message.notes != null && $Object.hasOwnProperty.call(message, "notes"))
                if (!$util.isString(message.notes))
                    return "notes: string expected";
            if (message.output != null && $Object.hasOwnProperty.call(message, "output"))
                if (!$util.isString(message.output))
                    return "output: string expected";
            if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId"))
                if (!$util.isString(message.serviceId))
                    return "serviceId: string expected";
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                if (!$util.isString(message.type))
                    return "type: string expected";
            if (message.interval != null && $Object.hasOwnProperty.call(message, "interval"))
                if (!$util.isString(message.interval))
                    return "interval: string expected";
            if (message.timeout != null && $Object.hasOwnProperty.call(message, "timeout"))
                if (!$util.isString(message.timeout))
                    return "timeout: string expected";
            if (message.exposedPort != null && $Object.hasOwnProperty.call(message, "exposedPort"))
                if (!$util.isInteger(message.exposedPort))
                    return "exposedPort: integer expected";
            if (message.probe != null && $Object.hasOwnProperty.call(message, "probe")) {
                let error = $root.agent.CheckProbe.verify(message.probe, _depth + 1);
                if (error)
                    return "probe." + error;
            }
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (!$util.isInteger(message.createIndex) && !(message.createIndex && $util.isInteger(message.createIndex.low) && $util.isInteger(message.createIndex.high)))
                    return "createIndex: integer|Long expected";
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (!$util.isInteger(message.modifyIndex) && !(message.modifyIndex && $util.isInteger(message.modifyIndex.low) && $util.isInteger(message.modifyIndex.high)))
                    return "modifyIndex: integer|Long expected";
            if (message.serviceName != null && $Object.hasOwnProperty.call(message, "serviceName"))
                if (!$util.isString(message.serviceName))
                    return "serviceName: string expected";
            if (message.serviceTags != null && $Object.hasOwnProperty.call(message, "serviceTags")) {
                if (!$Array.isArray(message.serviceTags))
                    return "serviceTags: array expected";
                for (let i = 0; i < message.serviceTags.length; ++i)
                    if (!$util.isString(message.serviceTags[i]))
                        return "serviceTags: string[] expected";
            }
            return null;
        };

        /**
         * Creates a Check message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Check
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Check} Check
         */
        Check.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Check)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Check: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Check();
            if (object.node != null)
                if (typeof object.node !== "string" || object.node.length)
                    message.node = $String(object.node);
            if (object.checkId != null)
                if (typeof object.checkId !== "string" || object.checkId.length)
                    message.checkId = $String(object.checkId);
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.status != null)
                if (typeof object.status !== "string" || object.status.length)
                    message.status = $String(object.status);
            if (object.notes != null)
                if (typeof object.notes !== "string" || object.notes.length)
                    message.notes = $String(object.notes);
            if (object.output != null)
                if (typeof object.output !== "string" || object.output.length)
                    message.output = $String(object.output);
            if (object.serviceId != null)
                if (typeof object.serviceId !== "string" || object.serviceId.length)
                    message.serviceId = $String(object.serviceId);
            if (object.type != null)
                if (typeof object.type !== "string" || object.type.length)
                    message.type = $String(object.type);
            if (object.interval != null)
                if (typeof object.interval !== "string" || object.interval.length)
                    message.interval = $String(object.interval);
            if (object.timeout != null)
                if (typeof object.timeout !== "string" || object.timeout.length)
                    message.timeout = $String(object.timeout);
            if (object.exposedPort != null)
                if ($Number(object.exposedPort) !== 0)
                    message.exposedPort = object.exposedPort >>> 0;
            if (object.probe != null) {
                if (!$util.isObject(object.probe))
                    throw $TypeError(".agent.Check.probe: object expected");
                message.probe = $root.agent.CheckProbe.fromObject(object.probe, _depth + 1);
            }
            if (object.createIndex != null)
                if (typeof object.createIndex === "object" ? object.createIndex.low || object.createIndex.high : $Number(object.createIndex) !== 0)
                    if ($util.Long)
                        message.createIndex = $util.Long.fromValue(object.createIndex, true);
                    else if (typeof object.createIndex === "string")
                        message.createIndex = $parseInt(object.createIndex, 10);
                    else if (typeof object.createIndex === "number")
                        message.createIndex = object.createIndex;
                    else if (typeof object.createIndex === "object")
                        message.createIndex = new $util.LongBits(object.createIndex.low >>> 0, object.createIndex.high >>> 0).toNumber(true);
            if (object.modifyIndex != null)
                if (typeof object.modifyIndex === "object" ? object.modifyIndex.low || object.modifyIndex.high : $Number(object.modifyIndex) !== 0)
                    if ($util.Long)
                        message.modifyIndex = $util.Long.fromValue(object.modifyIndex, true);
                    else if (typeof object.modifyIndex === "string")
                        message.modifyIndex = $parseInt(object.modifyIndex, 10);
                    else if (typeof object.modifyIndex === "number")
                        message.modifyIndex = object.modifyIndex;
                    else if (typeof object.modifyIndex === "object")
                        message.modifyIndex = new $util.LongBits(object.modifyIndex.low >>> 0, object.modifyIndex.high >>> 0).toNumber(true);
            if (object.serviceName != null)
                if (typeof object.serviceName !== "string" || object.serviceName.length)
                    message.serviceName = $String(object.serviceName);
            if (object.serviceTags) {
                if (!$Array.isArray(object.serviceTags))
                    throw $TypeError(".agent.Check.serviceTags: array expected");
                message.serviceTags = $Array(object.serviceTags.length);
                for (let i = 0; i < object.serviceTags.length; ++i)
                    message.serviceTags[i] = $String(object.serviceTags[i]);
            }
            return message;
        };

        /**
         * Creates a plain object from a Check message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Check
         * @static
         * @param {agent.Check} message Check
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Check.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.serviceTags = [];
            if (options.defaults) {
                object.node = "";
                object.checkId = "";
                object.name = "";
                object.status = "";
                object.notes = "";
                object.output = "";
                object.serviceId = "";
                object.type = "";
                object.interval = "";
                object.timeout = "";
                object.exposedPort = 0;
                object.probe = null;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.createIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.createIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.modifyIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.modifyIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.serviceName = "";
            }
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                object.node = message.node;
            if (message.checkId != null && $Object.hasOwnProperty.call(message, "checkId"))
                object.checkId = message.checkId;
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                object.status = message.status;
            if (message.notes != null && $Object.hasOwnProperty.call(message, "notes"))
                object.notes = message.notes;
            if (message.output != null && $Object.hasOwnProperty.call(message, "output"))
                object.output = message.output;
            if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId"))
                object.serviceId = message.serviceId;
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                object.type = message.type;
            if (message.interval != null && $Object.hasOwnProperty.call(message, "interval"))
                object.interval = message.interval;
            if (message.timeout != null && $Object.hasOwnProperty.call(message, "timeout"))
                object.timeout = message.timeout;
            if (message.exposedPort != null && $Object.hasOwnProperty.call(message, "exposedPort"))
                object.exposedPort = message.exposedPort;
            if (message.probe != null && $Object.hasOwnProperty.call(message, "probe"))
                object.probe = $root.agent.CheckProbe.toObject(message.probe, options, _depth + 1);
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.createIndex = typeof message.createIndex === "number" ? $BigInt(message.createIndex) : $util.Long.fromBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0, true).toBigInt();
                else if (typeof message.createIndex === "number")
                    object.createIndex = options.longs === $String ? $String(message.createIndex) : message.createIndex;
                else
                    object.createIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.createIndex) : options.longs === $Number ? new $util.LongBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0).toNumber(true) : message.createIndex;
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.modifyIndex = typeof message.modifyIndex === "number" ? $BigInt(message.modifyIndex) : $util.Long.fromBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0, true).toBigInt();
                else if (typeof message.modifyIndex === "number")
                    object.modifyIndex = options.longs === $String ? $String(message.modifyIndex) : message.modifyIndex;
                else
                    object.modifyIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.modifyIndex) : options.longs === $Number ? new $util.LongBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0).toNumber(true) : message.modifyIndex;
            if (message.serviceName != null && $Object.hasOwnProperty.call(message, "serviceName"))
                object.serviceName = message.serviceName;
            if (message.serviceTags && message.serviceTags.length) {
                object.serviceTags = $Array(message.serviceTags.length);
                for (let j = 0; j < message.serviceTags.length; ++j)
                    object.serviceTags[j] = message.serviceTags[j];
            }
            return object;
        };

        /**
         * Converts this Check to JSON.
         * @function toJSON
         * @memberof agent.Check
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Check.prototype.toJSON = function() {
            return Check.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Check
         * @function getTypeUrl
         * @memberof agent.Check
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Check.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Check";
        };

        return Check;
    })();

    agent.KvPair = (function() {

        /**
         * Properties of a KvPair.
         * @typedef {Object} agent.KvPair.$Properties
         * @property {Uint8Array|null} [key] KvPair key
         * @property {Uint8Array|null} [value] KvPair value
         * @property {number|null} [flagsLow] KvPair flagsLow
         * @property {number|null} [flagsHigh] KvPair flagsHigh
         * @property {number|null} [lockIndex] KvPair lockIndex
         * @property {string|null} [session] KvPair session
         * @property {number|null} [createIndex] KvPair createIndex
         * @property {number|null} [modifyIndex] KvPair modifyIndex
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KvPair.
         * @memberof agent
         * @interface IKvPair
         * @augments agent.KvPair.$Properties
         * @deprecated Use agent.KvPair.$Properties instead.
         */

        /**
         * Shape of a KvPair.
         * @typedef {agent.KvPair.$Properties} agent.KvPair.$Shape
         */

        /**
         * Constructs a new KvPair.
         * @memberof agent
         * @classdesc Represents a KvPair.
         * @constructor
         * @param {agent.KvPair.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KvPair = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KvPair key.
         * @member {Uint8Array} key
         * @memberof agent.KvPair
         * @instance
         */
        KvPair.prototype.key = $util.newBuffer([]);

        /**
         * KvPair value.
         * @member {Uint8Array} value
         * @memberof agent.KvPair
         * @instance
         */
        KvPair.prototype.value = $util.newBuffer([]);

        /**
         * KvPair flagsLow.
         * @member {number} flagsLow
         * @memberof agent.KvPair
         * @instance
         */
        KvPair.prototype.flagsLow = 0;

        /**
         * KvPair flagsHigh.
         * @member {number} flagsHigh
         * @memberof agent.KvPair
         * @instance
         */
        KvPair.prototype.flagsHigh = 0;

        /**
         * KvPair lockIndex.
         * @member {number} lockIndex
         * @memberof agent.KvPair
         * @instance
         */
        KvPair.prototype.lockIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * KvPair session.
         * @member {string} session
         * @memberof agent.KvPair
         * @instance
         */
        KvPair.prototype.session = "";

        /**
         * KvPair createIndex.
         * @member {number} createIndex
         * @memberof agent.KvPair
         * @instance
         */
        KvPair.prototype.createIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * KvPair modifyIndex.
         * @member {number} modifyIndex
         * @memberof agent.KvPair
         * @instance
         */
        KvPair.prototype.modifyIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new KvPair instance using the specified properties.
         * @function create
         * @memberof agent.KvPair
         * @static
         * @param {agent.KvPair.$Properties=} [properties] Properties to set
         * @returns {agent.KvPair} KvPair instance
         * @type {{
         *   (properties: agent.KvPair.$Shape): agent.KvPair & agent.KvPair.$Shape;
         *   (properties?: agent.KvPair.$Properties): agent.KvPair;
         * }}
         */
        KvPair.create = function(properties) {
            return new KvPair(properties);
        };

        /**
         * Encodes the specified KvPair message. Does not implicitly {@link agent.KvPair.verify|verify} messages.
         * @function encode
         * @memberof agent.KvPair
         * @static
         * @param {agent.KvPair.$Properties} message KvPair message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KvPair.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
            if (message.flagsLow != null && $Object.hasOwnProperty.call(message, "flagsLow") && message.flagsLow !== 0)
                writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.flagsLow);
            if (message.flagsHigh != null && $Object.hasOwnProperty.call(message, "flagsHigh") && message.flagsHigh !== 0)
                writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.flagsHigh);
            if (message.lockIndex != null && $Object.hasOwnProperty.call(message, "lockIndex") && (typeof message.lockIndex === "object" ? message.lockIndex.low || message.lockIndex.high : message.lockIndex !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.lockIndex);
            if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.session);
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex") && (typeof message.createIndex === "object" ? message.createIndex.low || message.createIndex.high : message.createIndex !== 0))
                writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.createIndex);
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex") && (typeof message.modifyIndex === "object" ? message.modifyIndex.low || message.modifyIndex.high : message.modifyIndex !== 0))
                writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.modifyIndex);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified KvPair message, length delimited. Does not implicitly {@link agent.KvPair.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.KvPair
         * @static
         * @param {agent.KvPair.$Properties} message KvPair message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KvPair.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a KvPair message from the specified reader or buffer.
         * @function decode
         * @memberof agent.KvPair
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.KvPair & agent.KvPair.$Shape} KvPair
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KvPair.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.KvPair();
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
                        if ((value = reader.bytes()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.value = value;
                        else
                            delete message.value;
                        continue;
                    }
                case 3: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.flagsLow = value;
                        else
                            delete message.flagsLow;
                        continue;
                    }
                case 4: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.flagsHigh = value;
                        else
                            delete message.flagsHigh;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lockIndex = value;
                        else
                            delete message.lockIndex;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.session = value;
                        else
                            delete message.session;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.createIndex = value;
                        else
                            delete message.createIndex;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.modifyIndex = value;
                        else
                            delete message.modifyIndex;
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

        /**
         * Decodes a KvPair message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.KvPair
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.KvPair & agent.KvPair.$Shape} KvPair
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KvPair.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a KvPair message.
         * @function verify
         * @memberof agent.KvPair
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        KvPair.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                if (!(message.key && typeof message.key.length === "number" || $util.isString(message.key)))
                    return "key: buffer expected";
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                if (!(message.value && typeof message.value.length === "number" || $util.isString(message.value)))
                    return "value: buffer expected";
            if (message.flagsLow != null && $Object.hasOwnProperty.call(message, "flagsLow"))
                if (!$util.isInteger(message.flagsLow))
                    return "flagsLow: integer expected";
            if (message.flagsHigh != null && $Object.hasOwnProperty.call(message, "flagsHigh"))
                if (!$util.isInteger(message.flagsHigh))
                    return "flagsHigh: integer expected";
            if (message.lockIndex != null && $Object.hasOwnProperty.call(message, "lockIndex"))
                if (!$util.isInteger(message.lockIndex) && !(message.lockIndex && $util.isInteger(message.lockIndex.low) && $util.isInteger(message.lockIndex.high)))
                    return "lockIndex: integer|Long expected";
            if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                if (!$util.isString(message.session))
                    return "session: string expected";
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (!$util.isInteger(message.createIndex) && !(message.createIndex && $util.isInteger(message.createIndex.low) && $util.isInteger(message.createIndex.high)))
                    return "createIndex: integer|Long expected";
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (!$util.isInteger(message.modifyIndex) && !(message.modifyIndex && $util.isInteger(message.modifyIndex.low) && $util.isInteger(message.modifyIndex.high)))
                    return "modifyIndex: integer|Long expected";
            return null;
        };

        /**
         * Creates a KvPair message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.KvPair
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.KvPair} KvPair
         */
        KvPair.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.KvPair)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.KvPair: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.KvPair();
            if (object.key != null)
                if (object.key.length)
                    if (typeof object.key === "string")
                        $util.base64.decode(object.key, message.key = $util.newBuffer($util.base64.length(object.key)), 0);
                    else if (object.key.length >= 0)
                        message.key = object.key;
            if (object.value != null)
                if (object.value.length)
                    if (typeof object.value === "string")
                        $util.base64.decode(object.value, message.value = $util.newBuffer($util.base64.length(object.value)), 0);
                    else if (object.value.length >= 0)
                        message.value = object.value;
            if (object.flagsLow != null)
                if ($Number(object.flagsLow) !== 0)
                    message.flagsLow = object.flagsLow >>> 0;
            if (object.flagsHigh != null)
                if ($Number(object.flagsHigh) !== 0)
                    message.flagsHigh = object.flagsHigh >>> 0;
            if (object.lockIndex != null)
                if (typeof object.lockIndex === "object" ? object.lockIndex.low || object.lockIndex.high : $Number(object.lockIndex) !== 0)
                    if ($util.Long)
                        message.lockIndex = $util.Long.fromValue(object.lockIndex, true);
                    else if (typeof object.lockIndex === "string")
                        message.lockIndex = $parseInt(object.lockIndex, 10);
                    else if (typeof object.lockIndex === "number")
                        message.lockIndex = object.lockIndex;
                    else if (typeof object.lockIndex === "object")
                        message.lockIndex = new $util.LongBits(object.lockIndex.low >>> 0, object.lockIndex.high >>> 0).toNumber(true);
            if (object.session != null)
                if (typeof object.session !== "string" || object.session.length)
                    message.session = $String(object.session);
            if (object.createIndex != null)
                if (typeof object.createIndex === "object" ? object.createIndex.low || object.createIndex.high : $Number(object.createIndex) !== 0)
                    if ($util.Long)
                        message.createIndex = $util.Long.fromValue(object.createIndex, true);
                    else if (typeof object.createIndex === "string")
                        message.createIndex = $parseInt(object.createIndex, 10);
                    else if (typeof object.createIndex === "number")
                        message.createIndex = object.createIndex;
                    else if (typeof object.createIndex === "object")
                        message.createIndex = new $util.LongBits(object.createIndex.low >>> 0, object.createIndex.high >>> 0).toNumber(true);
            if (object.modifyIndex != null)
                if (typeof object.modifyIndex === "object" ? object.modifyIndex.low || object.modifyIndex.high : $Number(object.modifyIndex) !== 0)
                    if ($util.Long)
                        message.modifyIndex = $util.Long.fromValue(object.modifyIndex, true);
                    else if (typeof object.modifyIndex === "string")
                        message.modifyIndex = $parseInt(object.modifyIndex, 10);
                    else if (typeof object.modifyIndex === "number")
                        message.modifyIndex = object.modifyIndex;
                    else if (typeof object.modifyIndex === "object")
                        message.modifyIndex = new $util.LongBits(object.modifyIndex.low >>> 0, object.modifyIndex.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from a KvPair message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.KvPair
         * @static
         * @param {agent.KvPair} message KvPair
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        KvPair.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if (options.bytes === $String)
                    object.key = "";
                else {
                    object.key = [];
                    if (options.bytes !== $Array)
                        object.key = $util.newBuffer(object.key);
                }
                if (options.bytes === $String)
                    object.value = "";
                else {
                    object.value = [];
                    if (options.bytes !== $Array)
                        object.value = $util.newBuffer(object.value);
                }
                object.flagsLow = 0;
                object.flagsHigh = 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.lockIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.lockIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.session = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.createIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.createIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.modifyIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.modifyIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                object.key = options.bytes === $String ? $util.base64.encode(message.key, 0, message.key.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.key) : message.key;
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                object.value = options.bytes === $String ? $util.base64.encode(message.value, 0, message.value.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.value) : message.value;
            if (message.flagsLow != null && $Object.hasOwnProperty.call(message, "flagsLow"))
                object.flagsLow = message.flagsLow;
            if (message.flagsHigh != null && $Object.hasOwnProperty.call(message, "flagsHigh"))
                object.flagsHigh = message.flagsHigh;
            if (message.lockIndex != null && $Object.hasOwnProperty.call(message, "lockIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.lockIndex = typeof message.lockIndex === "number" ? $BigInt(message.lockIndex) : $util.Long.fromBits(message.lockIndex.low >>> 0, message.lockIndex.high >>> 0, true).toBigInt();
                else if (typeof message.lockIndex === "number")
                    object.lockIndex = options.longs === $String ? $String(message.lockIndex) : message.lockIndex;
                else
                    object.lockIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.lockIndex) : options.longs === $Number ? new $util.LongBits(message.lockIndex.low >>> 0, message.lockIndex.high >>> 0).toNumber(true) : message.lockIndex;
            if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                object.session = message.session;
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.createIndex = typeof message.createIndex === "number" ? $BigInt(message.createIndex) : $util.Long.fromBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0, true).toBigInt();
                else if (typeof message.createIndex === "number")
                    object.createIndex = options.longs === $String ? $String(message.createIndex) : message.createIndex;
                else
                    object.createIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.createIndex) : options.longs === $Number ? new $util.LongBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0).toNumber(true) : message.createIndex;
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.modifyIndex = typeof message.modifyIndex === "number" ? $BigInt(message.modifyIndex) : $util.Long.fromBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0, true).toBigInt();
                else if (typeof message.modifyIndex === "number")
                    object.modifyIndex = options.longs === $String ? $String(message.modifyIndex) : message.modifyIndex;
                else
                    object.modifyIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.modifyIndex) : options.longs === $Number ? new $util.LongBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0).toNumber(true) : message.modifyIndex;
            return object;
        };

        /**
         * Converts this KvPair to JSON.
         * @function toJSON
         * @memberof agent.KvPair
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        KvPair.prototype.toJSON = function() {
            return KvPair.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for KvPair
         * @function getTypeUrl
         * @memberof agent.KvPair
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        KvPair.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.KvPair";
        };

        return KvPair;
    })();

    agent.Area = (function() {

        /**
         * Properties of an Area.
         * @typedef {Object} agent.Area.$Properties
         * @property {string|null} [id] Area id
         * @property {string|null} [peerDatacenter] Area peerDatacenter
         * @property {Array.<string>|null} [retryJoin] Area retryJoin
         * @property {boolean|null} [useTls] Area useTls
         * @property {number|null} [createIndex] Area createIndex
         * @property {number|null} [modifyIndex] Area modifyIndex
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Area.
         * @memberof agent
         * @interface IArea
         * @augments agent.Area.$Properties
         * @deprecated Use agent.Area.$Properties instead.
         */

        /**
         * Shape of an Area.
         * @typedef {agent.Area.$Properties} agent.Area.$Shape
         */

        /**
         * Constructs a new Area.
         * @memberof agent
         * @classdesc Represents an Area.
         * @constructor
         * @param {agent.Area.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Area = function (properties) {
            this.retryJoin = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Area id.
         * @member {string} id
         * @memberof agent.Area
         * @instance
         */
        Area.prototype.id = "";

        /**
         * Area peerDatacenter.
         * @member {string} peerDatacenter
         * @memberof agent.Area
         * @instance
         */
        Area.prototype.peerDatacenter = "";

        /**
         * Area retryJoin.
         * @member {Array.<string>} retryJoin
         * @memberof agent.Area
         * @instance
         */
        Area.prototype.retryJoin = $util.emptyArray;

        /**
         * Area useTls.
         * @member {boolean} useTls
         * @memberof agent.Area
         * @instance
         */
        Area.prototype.useTls = false;

        /**
         * Area createIndex.
         * @member {number} createIndex
         * @memberof agent.Area
         * @instance
         */
        Area.prototype.createIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Area modifyIndex.
         * @member {number} modifyIndex
         * @memberof agent.Area
         * @instance
         */
        Area.prototype.modifyIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Area instance using the specified properties.
         * @function create
         * @memberof agent.Area
         * @static
         * @param {agent.Area.$Properties=} [properties] Properties to set
         * @returns {agent.Area} Area instance
         * @type {{
         *   (properties: agent.Area.$Shape): agent.Area & agent.Area.$Shape;
         *   (properties?: agent.Area.$Properties): agent.Area;
         * }}
         */
        Area.create = function(properties) {
            return new Area(properties);
        };

        /**
         * Encodes the specified Area message. Does not implicitly {@link agent.Area.verify|verify} messages.
         * @function encode
         * @memberof agent.Area
         * @static
         * @param {agent.Area.$Properties} message Area message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Area.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
            if (message.peerDatacenter != null && $Object.hasOwnProperty.call(message, "peerDatacenter") && message.peerDatacenter !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.peerDatacenter);
            if (message.retryJoin != null && message.retryJoin.length)
                for (let i = 0; i < message.retryJoin.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.retryJoin[i]);
            if (message.useTls != null && $Object.hasOwnProperty.call(message, "useTls") && message.useTls !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.useTls);
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex") && (typeof message.createIndex === "object" ? message.createIndex.low || message.createIndex.high : message.createIndex !== 0))
                writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.createIndex);
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex") && (typeof message.modifyIndex === "object" ? message.modifyIndex.low || message.modifyIndex.high : message.modifyIndex !== 0))
                writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.modifyIndex);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Area message, length delimited. Does not implicitly {@link agent.Area.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Area
         * @static
         * @param {agent.Area.$Properties} message Area message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Area.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes an Area message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Area
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Area & agent.Area.$Shape} Area
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Area.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Area();
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
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.peerDatacenter = value;
                        else
                            delete message.peerDatacenter;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.retryJoin && message.retryJoin.length))
                            message.retryJoin = [];
                        message.retryJoin.push(reader.stringVerify());
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.useTls = value;
                        else
                            delete message.useTls;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.createIndex = value;
                        else
                            delete message.createIndex;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.modifyIndex = value;
                        else
                            delete message.modifyIndex;
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

        /**
         * Decodes an Area message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Area
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Area & agent.Area.$Shape} Area
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Area.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies an Area message.
         * @function verify
         * @memberof agent.Area
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Area.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (!$util.isString(message.id))
                    return "id: string expected";
            if (message.peerDatacenter != null && $Object.hasOwnProperty.call(message, "peerDatacenter"))
                if (!$util.isString(message.peerDatacenter))
                    return "peerDatacenter: string expected";
            if (message.retryJoin != null && $Object.hasOwnProperty.call(message, "retryJoin")) {
                if (!$Array.isArray(message.retryJoin))
                    return "retryJoin: array expected";
                for (let i = 0; i < message.retryJoin.length; ++i)
                    if (!$util.isString(message.retryJoin[i]))
                        return "retryJoin: string[] expected";
            }
            if (message.useTls != null && $Object.hasOwnProperty.call(message, "useTls"))
                if (typeof message.useTls !== "boolean")
                    return "useTls: boolean expected";
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (!$util.isInteger(message.createIndex) && !(message.createIndex && $util.isInteger(message.createIndex.low) && $util.isInteger(message.createIndex.high)))
                    return "createIndex: integer|Long expected";
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (!$util.isInteger(message.modifyIndex) && !(message.modifyIndex && $util.isInteger(message.modifyIndex.low) && $util.isInteger(message.modifyIndex.high)))
                    return "modifyIndex: integer|Long expected";
            return null;
        };

        /**
         * Creates an Area message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Area
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Area} Area
         */
        Area.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Area)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Area: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Area();
            if (object.id != null)
                if (typeof object.id !== "string" || object.id.length)
                    message.id = $String(object.id);
            if (object.peerDatacenter != null)
                if (typeof object.peerDatacenter !== "string" || object.peerDatacenter.length)
                    message.peerDatacenter = $String(object.peerDatacenter);
            if (object.retryJoin) {
                if (!$Array.isArray(object.retryJoin))
                    throw $TypeError(".agent.Area.retryJoin: array expected");
                message.retryJoin = $Array(object.retryJoin.length);
                for (let i = 0; i < object.retryJoin.length; ++i)
                    message.retryJoin[i] = $String(object.retryJoin[i]);
            }
            if (object.useTls != null)
                if (object.useTls)
                    message.useTls = $Boolean(object.useTls);
            if (object.createIndex != null)
                if (typeof object.createIndex === "object" ? object.createIndex.low || object.createIndex.high : $Number(object.createIndex) !== 0)
                    if ($util.Long)
                        message.createIndex = $util.Long.fromValue(object.createIndex, true);
                    else if (typeof object.createIndex === "string")
                        message.createIndex = $parseInt(object.createIndex, 10);
                    else if (typeof object.createIndex === "number")
                        message.createIndex = object.createIndex;
                    else if (typeof object.createIndex === "object")
                        message.createIndex = new $util.LongBits(object.createIndex.low >>> 0, object.createIndex.high >>> 0).toNumber(true);
            if (object.modifyIndex != null)
                if (typeof object.modifyIndex === "object" ? object.modifyIndex.low || object.modifyIndex.high : $Number(object.modifyIndex) !== 0)
                    if ($util.Long)
                        message.modifyIndex = $util.Long.fromValue(object.modifyIndex, true);
                    else if (typeof object.modifyIndex === "string")
                        message.modifyIndex = $parseInt(object.modifyIndex, 10);
                    else if (typeof object.modifyIndex === "number")
                        message.modifyIndex = object.modifyIndex;
                    else if (typeof object.modifyIndex === "object")
                        message.modifyIndex = new $util.LongBits(object.modifyIndex.low >>> 0, object.modifyIndex.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from an Area message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Area
         * @static
         * @param {agent.Area} message Area
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Area.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.retryJoin = [];
            if (options.defaults) {
                object.id = "";
                object.peerDatacenter = "";
                object.useTls = false;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.createIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.createIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.modifyIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.modifyIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                object.id = message.id;
            if (message.peerDatacenter != null && $Object.hasOwnProperty.call(message, "peerDatacenter"))
                object.peerDatacenter = message.peerDatacenter;
            if (message.retryJoin && message.retryJoin.length) {
                object.retryJoin = $Array(message.retryJoin.length);
                for (let j = 0; j < message.retryJoin.length; ++j)
                    object.retryJoin[j] = message.retryJoin[j];
            }
            if (message.useTls != null && $Object.hasOwnProperty.call(message, "useTls"))
                object.useTls = message.useTls;
            if (message.createIndex != null && $Object.hasOwnProperty.call(message, "createIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.createIndex = typeof message.createIndex === "number" ? $BigInt(message.createIndex) : $util.Long.fromBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0, true).toBigInt();
                else if (typeof message.createIndex === "number")
                    object.createIndex = options.longs === $String ? $String(message.createIndex) : message.createIndex;
                else
                    object.createIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.createIndex) : options.longs === $Number ? new $util.LongBits(message.createIndex.low >>> 0, message.createIndex.high >>> 0).toNumber(true) : message.createIndex;
            if (message.modifyIndex != null && $Object.hasOwnProperty.call(message, "modifyIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.modifyIndex = typeof message.modifyIndex === "number" ? $BigInt(message.modifyIndex) : $util.Long.fromBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0, true).toBigInt();
                else if (typeof message.modifyIndex === "number")
                    object.modifyIndex = options.longs === $String ? $String(message.modifyIndex) : message.modifyIndex;
                else
                    object.modifyIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.modifyIndex) : options.longs === $Number ? new $util.LongBits(message.modifyIndex.low >>> 0, message.modifyIndex.high >>> 0).toNumber(true) : message.modifyIndex;
            return object;
        };

        /**
         * Converts this Area to JSON.
         * @function toJSON
         * @memberof agent.Area
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Area.prototype.toJSON = function() {
            return Area.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Area
         * @function getTypeUrl
         * @memberof agent.Area
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Area.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Area";
        };

        return Area;
    })();

    agent.Coordinate = (function() {

        /**
         * Properties of a Coordinate.
         * @typedef {Object} agent.Coordinate.$Properties
         * @property {string|null} [node] Coordinate node
         * @property {string|null} [segment] Coordinate segment
         * @property {Array.<number>|null} [vector] Coordinate vector
         * @property {number|null} [error] Coordinate error
         * @property {number|null} [adjustment] Coordinate adjustment
         * @property {number|null} [height] Coordinate height
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Coordinate.
         * @memberof agent
         * @interface ICoordinate
         * @augments agent.Coordinate.$Properties
         * @deprecated Use agent.Coordinate.$Properties instead.
         */

        /**
         * Shape of a Coordinate.
         * @typedef {agent.Coordinate.$Properties} agent.Coordinate.$Shape
         */

        /**
         * Constructs a new Coordinate.
         * @memberof agent
         * @classdesc Represents a Coordinate.
         * @constructor
         * @param {agent.Coordinate.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Coordinate = function (properties) {
            this.vector = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Coordinate node.
         * @member {string} node
         * @memberof agent.Coordinate
         * @instance
         */
        Coordinate.prototype.node = "";

        /**
         * Coordinate segment.
         * @member {string} segment
         * @memberof agent.Coordinate
         * @instance
         */
        Coordinate.prototype.segment = "";

        /**
         * Coordinate vector.
         * @member {Array.<number>} vector
         * @memberof agent.Coordinate
         * @instance
         */
        Coordinate.prototype.vector = $util.emptyArray;

        /**
         * Coordinate error.
         * @member {number} error
         * @memberof agent.Coordinate
         * @instance
         */
        Coordinate.prototype.error = 0;

        /**
         * Coordinate adjustment.
         * @member {number} adjustment
         * @memberof agent.Coordinate
         * @instance
         */
        Coordinate.prototype.adjustment = 0;

        /**
         * Coordinate height.
         * @member {number} height
         * @memberof agent.Coordinate
         * @instance
         */
        Coordinate.prototype.height = 0;

        /**
         * Creates a new Coordinate instance using the specified properties.
         * @function create
         * @memberof agent.Coordinate
         * @static
         * @param {agent.Coordinate.$Properties=} [properties] Properties to set
         * @returns {agent.Coordinate} Coordinate instance
         * @type {{
         *   (properties: agent.Coordinate.$Shape): agent.Coordinate & agent.Coordinate.$Shape;
         *   (properties?: agent.Coordinate.$Properties): agent.Coordinate;
         * }}
         */
        Coordinate.create = function(properties) {
            return new Coordinate(properties);
        };

        /**
         * Encodes the specified Coordinate message. Does not implicitly {@link agent.Coordinate.verify|verify} messages.
         * @function encode
         * @memberof agent.Coordinate
         * @static
         * @param {agent.Coordinate.$Properties} message Coordinate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Coordinate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
            if (message.segment != null && $Object.hasOwnProperty.call(message, "segment") && message.segment !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.segment);
            if (message.vector != null && message.vector.length)
                writer.uint32(/* id 3, wireType 2 =*/26).doubles(message.vector);
            if (message.error != null && $Object.hasOwnProperty.call(message, "error") && !$Object.is(message.error, 0))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.error);
            if (message.adjustment != null && $Object.hasOwnProperty.call(message, "adjustment") && !$Object.is(message.adjustment, 0))
                writer.uint32(/* id 5, wireType 1 =*/41).double(message.adjustment);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && !$Object.is(message.height, 0))
                writer.uint32(/* id 6, wireType 1 =*/49).double(message.height);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Coordinate message, length delimited. Does not implicitly {@link agent.Coordinate.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Coordinate
         * @static
         * @param {agent.Coordinate.$Properties} message Coordinate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Coordinate.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Coordinate message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Coordinate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Coordinate & agent.Coordinate.$Shape} Coordinate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Coordinate.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Coordinate();
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
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.segment = value;
                        else
                            delete message.segment;
                        continue;
                    }
                case 3: {
                        if (wireType === 2) {
                            if (!(message.vector && message.vector.length))
                                message.vector = [];
                            reader.doubles(message.vector);
                            continue;
                        }
                        if (wireType !== 1)
                            break;
                        if (!(message.vector && message.vector.length))
                            message.vector = [];
                        message.vector.push(reader.double());
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.error = value;
                        else
                            delete message.error;
                        continue;
                    }
                case 5: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.adjustment = value;
                        else
                            delete message.adjustment;
                        continue;
                    }
                case 6: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.height = value;
                        else
                            delete message.height;
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

        /**
         * Decodes a Coordinate message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Coordinate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Coordinate & agent.Coordinate.$Shape} Coordinate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Coordinate.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Coordinate message.
         * @function verify
         * @memberof agent.Coordinate
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Coordinate.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                if (!$util.isString(message.node))
                    return "node: string expected";
            if (message.segment != null && $Object.hasOwnProperty.call(message, "segment"))
                if (!$util.isString(message.segment))
                    return "segment: string expected";
            if (message.vector != null && $Object.hasOwnProperty.call(message, "vector")) {
                if (!$Array.isArray(message.vector))
                    return "vector: array expected";
                for (let i = 0; i < message.vector.length; ++i)
                    if (typeof message.vector[i] !== "number")
                        return "vector: number[] expected";
            }
            if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                if (typeof message.error !== "number")
                    return "error: number expected";
            if (message.adjustment != null && $Object.hasOwnProperty.call(message, "adjustment"))
                if (typeof message.adjustment !== "number")
                    return "adjustment: number expected";
            if (message.height != null && $Object.hasOwnProperty.call(message, "height"))
                if (typeof message.height !== "number")
                    return "height: number expected";
            return null;
        };

        /**
         * Creates a Coordinate message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Coordinate
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Coordinate} Coordinate
         */
        Coordinate.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Coordinate)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Coordinate: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Coordinate();
            if (object.node != null)
                if (typeof object.node !== "string" || object.node.length)
                    message.node = $String(object.node);
            if (object.segment != null)
                if (typeof object.segment !== "string" || object.segment.length)
                    message.segment = $String(object.segment);
            if (object.vector) {
                if (!$Array.isArray(object.vector))
                    throw $TypeError(".agent.Coordinate.vector: array expected");
                message.vector = $Array(object.vector.length);
                for (let i = 0; i < object.vector.length; ++i)
                    message.vector[i] = $Number(object.vector[i]);
            }
            if (object.error != null)
                if (!$Object.is($Number(object.error), 0))
                    message.error = $Number(object.error);
            if (object.adjustment != null)
                if (!$Object.is($Number(object.adjustment), 0))
                    message.adjustment = $Number(object.adjustment);
            if (object.height != null)
                if (!$Object.is($Number(object.height), 0))
                    message.height = $Number(object.height);
            return message;
        };

        /**
         * Creates a plain object from a Coordinate message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Coordinate
         * @static
         * @param {agent.Coordinate} message Coordinate
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Coordinate.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.vector = [];
            if (options.defaults) {
                object.node = "";
                object.segment = "";
                object.error = 0;
                object.adjustment = 0;
                object.height = 0;
            }
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                object.node = message.node;
            if (message.segment != null && $Object.hasOwnProperty.call(message, "segment"))
                object.segment = message.segment;
            if (message.vector && message.vector.length) {
                object.vector = $Array(message.vector.length);
                for (let j = 0; j < message.vector.length; ++j)
                    object.vector[j] = options.json && !$isFinite(message.vector[j]) ? $String(message.vector[j]) : message.vector[j];
            }
            if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                object.error = options.json && !$isFinite(message.error) ? $String(message.error) : message.error;
            if (message.adjustment != null && $Object.hasOwnProperty.call(message, "adjustment"))
                object.adjustment = options.json && !$isFinite(message.adjustment) ? $String(message.adjustment) : message.adjustment;
            if (message.height != null && $Object.hasOwnProperty.call(message, "height"))
                object.height = options.json && !$isFinite(message.height) ? $String(message.height) : message.height;
            return object;
        };

        /**
         * Converts this Coordinate to JSON.
         * @function toJSON
         * @memberof agent.Coordinate
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Coordinate.prototype.toJSON = function() {
            return Coordinate.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Coordinate
         * @function getTypeUrl
         * @memberof agent.Coordinate
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Coordinate.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Coordinate";
        };

        return Coordinate;
    })();

    agent.Command = (function() {

        /**
         * Properties of a Command.
         * @typedef {Object} agent.Command.$Properties
         * @property {number|null} [version] Command version
         * @property {boolean|null} [isIgnorable] Command isIgnorable
         * @property {agent.KvCommand.$Properties|null} [kv] Command kv
         * @property {agent.RegisterCommand.$Properties|null} [register] Command register
         * @property {agent.DeregisterCommand.$Properties|null} [deregister] Command deregister
         * @property {agent.AreaCommand.$Properties|null} [area] Command area
         * @property {agent.CoordinateCommand.$Properties|null} [coordinate] Command coordinate
         * @property {agent.ReapCommand.$Properties|null} [reap] Command reap
         * @property {"kv"|"register"|"deregister"|"area"|"coordinate"|"reap"} [body] Command body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Command.
         * @memberof agent
         * @interface ICommand
         * @augments agent.Command.$Properties
         * @deprecated Use agent.Command.$Properties instead.
         */

        /**
         * Narrowed shape of a Command.
         * @typedef {{
         *   version?: number|null;
         *   isIgnorable?: boolean|null;
         *   kv?: agent.KvCommand.$Shape|null;
         *   register?: agent.RegisterCommand.$Shape|null;
         *   deregister?: agent.DeregisterCommand.$Shape|null;
         *   area?: agent.AreaCommand.$Shape|null;
         *   coordinate?: agent.CoordinateCommand.$Shape|null;
         *   reap?: agent.ReapCommand.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; kv?: null; register?: null; deregister?: null; area?: null; coordinate?: null; reap?: null }|{ body?: "kv"; kv: agent.KvCommand.$Shape; register?: null; deregister?: null; area?: null; coordinate?: null; reap?: null }|{ body?: "register"; kv?: null; register: agent.RegisterCommand.$Shape; deregister?: null; area?: null; coordinate?: null; reap?: null }|{ body?: "deregister"; kv?: null; register?: null; deregister: agent.DeregisterCommand.$Shape; area?: null; coordinate?: null; reap?: null }|{ body?: "area"; kv?: null; register?: null; deregister?: null; area: agent.AreaCommand.$Shape; coordinate?: null; reap?: null }|{ body?: "coordinate"; kv?: null; register?: null; deregister?: null; area?: null; coordinate: agent.CoordinateCommand.$Shape; reap?: null }|{ body?: "reap"; kv?: null; register?: null; deregister?: null; area?: null; coordinate?: null; reap: agent.ReapCommand.$Shape })
         * )} agent.Command.$Shape
         */

        /**
         * Constructs a new Command.
         * @memberof agent
         * @classdesc Represents a Command.
         * @constructor
         * @param {agent.Command.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Command = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Command version.
         * @member {number} version
         * @memberof agent.Command
         * @instance
         */
        Command.prototype.version = 0;

        /**
         * Command isIgnorable.
         * @member {boolean} isIgnorable
         * @memberof agent.Command
         * @instance
         */
        Command.prototype.isIgnorable = false;

        /**
         * Command kv.
         * @member {agent.KvCommand.$Properties|null|undefined} kv
         * @memberof agent.Command
         * @instance
         */
        Command.prototype.kv = null;

        /**
         * Command register.
         * @member {agent.RegisterCommand.$Properties|null|undefined} register
         * @memberof agent.Command
         * @instance
         */
        Command.prototype.register = null;

        /**
         * Command deregister.
         * @member {agent.DeregisterCommand.$Properties|null|undefined} deregister
         * @memberof agent.Command
         * @instance
         */
        Command.prototype.deregister = null;

        /**
         * Command area.
         * @member {agent.AreaCommand.$Properties|null|undefined} area
         * @memberof agent.Command
         * @instance
         */
        Command.prototype.area = null;

        /**
         * Command coordinate.
         * @member {agent.CoordinateCommand.$Properties|null|undefined} coordinate
         * @memberof agent.Command
         * @instance
         */
        Command.prototype.coordinate = null;

        /**
         * Command reap.
         * @member {agent.ReapCommand.$Properties|null|undefined} reap
         * @memberof agent.Command
         * @instance
         */
        Command.prototype.reap = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Command body.
         * @member {"kv"|"register"|"deregister"|"area"|"coordinate"|"reap"|undefined} body
         * @memberof agent.Command
         * @instance
         */
        $Object.defineProperty(Command.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["kv", "register", "deregister", "area", "coordinate", "reap"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Command instance using the specified properties.
         * @function create
         * @memberof agent.Command
         * @static
         * @param {agent.Command.$Properties=} [properties] Properties to set
         * @returns {agent.Command} Command instance
         * @type {{
         *   (properties: agent.Command.$Shape): agent.Command & agent.Command.$Shape;
         *   (properties?: agent.Command.$Properties): agent.Command;
         * }}
         */
        Command.create = function(properties) {
            return new Command(properties);
        };

        /**
         * Encodes the specified Command message. Does not implicitly {@link agent.Command.verify|verify} messages.
         * @function encode
         * @memberof agent.Command
         * @static
         * @param {agent.Command.$Properties} message Command message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Command.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
            if (message.isIgnorable != null && $Object.hasOwnProperty.call(message, "isIgnorable") && message.isIgnorable !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.isIgnorable);
            if (message.kv != null && $Object.hasOwnProperty.call(message, "kv"))
                $root.agent.KvCommand.encode(message.kv, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
            if (message.register != null && $Object.hasOwnProperty.call(message, "register"))
                $root.agent.RegisterCommand.encode(message.register, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
            if (message.deregister != null && $Object.hasOwnProperty.call(message, "deregister"))
                $root.agent.DeregisterCommand.encode(message.deregister, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
            if (message.area != null && $Object.hasOwnProperty.call(message, "area"))
                $root.agent.AreaCommand.encode(message.area, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
            if (message.coordinate != null && $Object.hasOwnProperty.call(message, "coordinate"))
                $root.agent.CoordinateCommand.encode(message.coordinate, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
            if (message.reap != null && $Object.hasOwnProperty.call(message, "reap"))
                $root.agent.ReapCommand.encode(message.reap, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Command message, length delimited. Does not implicitly {@link agent.Command.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Command
         * @static
         * @param {agent.Command.$Properties} message Command message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Command.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Command message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Command
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Command & agent.Command.$Shape} Command
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Command.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Command();
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
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isIgnorable = value;
                        else
                            delete message.isIgnorable;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.kv = $root.agent.KvCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.kv);
                        message.body = "kv";
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.register = $root.agent.RegisterCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.register);
                        message.body = "register";
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.deregister = $root.agent.DeregisterCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.deregister);
                        message.body = "deregister";
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        message.area = $root.agent.AreaCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.area);
                        message.body = "area";
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        message.coordinate = $root.agent.CoordinateCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.coordinate);
                        message.body = "coordinate";
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        message.reap = $root.agent.ReapCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.reap);
                        message.body = "reap";
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

        /**
         * Decodes a Command message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Command
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Command & agent.Command.$Shape} Command
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Command.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Command message.
         * @function verify
         * @memberof agent.Command
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Command.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            let properties = {};
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                if (!$util.isInteger(message.version))
                    return "version: integer expected";
            if (message.isIgnorable != null && $Object.hasOwnProperty.call(message, "isIgnorable"))
                if (typeof message.isIgnorable !== "boolean")
                    return "isIgnorable: boolean expected";
            if (message.kv != null && $Object.hasOwnProperty.call(message, "kv")) {
                properties.body = 1;
                {
                    let error = $root.agent.KvCommand.verify(message.kv, _depth + 1);
                    if (error)
                        return "kv." + error;
                }
            }
            if (message.register != null && $Object.hasOwnProperty.call(message, "register")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.RegisterCommand.verify(message.register, _depth + 1);
                    if (error)
                        return "register." + error;
                }
            }
            if (message.deregister != null && $Object.hasOwnProperty.call(message, "deregister")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.DeregisterCommand.verify(message.deregister, _depth + 1);
                    if (error)
                        return "deregister." + error;
                }
            }
            if (message.area != null && $Object.hasOwnProperty.call(message, "area")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.AreaCommand.verify(message.area, _depth + 1);
                    if (error)
                        return "area." + error;
                }
            }
            if (message.coordinate != null && $Object.hasOwnProperty.call(message, "coordinate")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.CoordinateCommand.verify(message.coordinate, _depth + 1);
                    if (error)
                        return "coordinate." + error;
                }
            }
            if (message.reap != null && $Object.hasOwnProperty.call(message, "reap")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.ReapCommand.verify(message.reap, _depth + 1);
                    if (error)
                        return "reap." + error;
                }
            }
            return null;
        };

        /**
         * Creates a Command message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Command
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Command} Command
         */
        Command.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Command)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Command: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Command();
            if (object.version != null)
                if ($Number(object.version) !== 0)
                    message.version = object.version >>> 0;
            if (object.isIgnorable != null)
                if (object.isIgnorable)
                    message.isIgnorable = $Boolean(object.isIgnorable);
            if (object.kv != null) {
                if (!$util.isObject(object.kv))
                    throw $TypeError(".agent.Command.kv: object expected");
                message.kv = $root.agent.KvCommand.fromObject(object.kv, _depth + 1);
            }
            if (object.register != null) {
                if (!$util.isObject(object.register))
                    throw $TypeError(".agent.Command.register: object expected");
                message.register = $root.agent.RegisterCommand.fromObject(object.register, _depth + 1);
            }
            if (object.deregister != null) {
                if (!$util.isObject(object.deregister))
                    throw $TypeError(".agent.Command.deregister: object expected");
                message.deregister = $root.agent.DeregisterCommand.fromObject(object.deregister, _depth + 1);
            }
            if (object.area != null) {
                if (!$util.isObject(object.area))
                    throw $TypeError(".agent.Command.area: object expected");
                message.area = $root.agent.AreaCommand.fromObject(object.area, _depth + 1);
            }
            if (object.coordinate != null) {
                if (!$util.isObject(object.coordinate))
                    throw $TypeError(".agent.Command.coordinate: object expected");
                message.coordinate = $root.agent.CoordinateCommand.fromObject(object.coordinate, _depth + 1);
            }
            if (object.reap != null) {
                if (!$util.isObject(object.reap))
                    throw $TypeError(".agent.Command.reap: object expected");
                message.reap = $root.agent.ReapCommand.fromObject(object.reap, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a Command message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Command
         * @static
         * @param {agent.Command} message Command
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Command.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.version = 0;
                object.isIgnorable = false;
            }
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = message.version;
            if (message.isIgnorable != null && $Object.hasOwnProperty.call(message, "isIgnorable"))
                object.isIgnorable = message.isIgnorable;
            if (message.kv != null && $Object.hasOwnProperty.call(message, "kv")) {
                object.kv = $root.agent.KvCommand.toObject(message.kv, options, _depth + 1);
                if (options.oneofs)
                    object.body = "kv";
            }
            if (message.register != null && $Object.hasOwnProperty.call(message, "register")) {
                object.register = $root.agent.RegisterCommand.toObject(message.register, options, _depth + 1);
                if (options.oneofs)
                    object.body = "register";
            }
            if (message.deregister != null && $Object.hasOwnProperty.call(message, "deregister")) {
                object.deregister = $root.agent.DeregisterCommand.toObject(message.deregister, options, _depth + 1);
                if (options.oneofs)
                    object.body = "deregister";
            }
            if (message.area != null && $Object.hasOwnProperty.call(message, "area")) {
                object.area = $root.agent.AreaCommand.toObject(message.area, options, _depth + 1);
                if (options.oneofs)
                    object.body = "area";
            }
            if (message.coordinate != null && $Object.hasOwnProperty.call(message, "coordinate")) {
                object.coordinate = $root.agent.CoordinateCommand.toObject(message.coordinate, options, _depth + 1);
                if (options.oneofs)
                    object.body = "coordinate";
            }
            if (message.reap != null && $Object.hasOwnProperty.call(message, "reap")) {
                object.reap = $root.agent.ReapCommand.toObject(message.reap, options, _depth + 1);
                if (options.oneofs)
                    object.body = "reap";
            }
            return object;
        };

        /**
         * Converts this Command to JSON.
         * @function toJSON
         * @memberof agent.Command
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Command.prototype.toJSON = function() {
            return Command.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Command
         * @function getTypeUrl
         * @memberof agent.Command
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Command.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Command";
        };

        return Command;
    })();

    agent.KvCommand = (function() {

        /**
         * Properties of a KvCommand.
         * @typedef {Object} agent.KvCommand.$Properties
         * @property {agent.KvCommand.Operation|null} [operation] KvCommand operation
         * @property {Uint8Array|null} [key] KvCommand key
         * @property {Uint8Array|null} [value] KvCommand value
         * @property {number|null} [flagsLow] KvCommand flagsLow
         * @property {number|null} [flagsHigh] KvCommand flagsHigh
         * @property {number|null} [expectedIndex] KvCommand expectedIndex
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KvCommand.
         * @memberof agent
         * @interface IKvCommand
         * @augments agent.KvCommand.$Properties
         * @deprecated Use agent.KvCommand.$Properties instead.
         */

        /**
         * Shape of a KvCommand.
         * @typedef {agent.KvCommand.$Properties} agent.KvCommand.$Shape
         */

        /**
         * Constructs a new KvCommand.
         * @memberof agent
         * @classdesc Represents a KvCommand.
         * @constructor
         * @param {agent.KvCommand.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KvCommand = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KvCommand operation.
         * @member {agent.KvCommand.Operation} operation
         * @memberof agent.KvCommand
         * @instance
         */
        KvCommand.prototype.operation = 0;

        /**
         * KvCommand key.
         * @member {Uint8Array} key
         * @memberof agent.KvCommand
         * @instance
         */
        KvCommand.prototype.key = $util.newBuffer([]);

        /**
         * KvCommand value.
         * @member {Uint8Array} value
         * @memberof agent.KvCommand
         * @instance
         */
        KvCommand.prototype.value = $util.newBuffer([]);

        /**
         * KvCommand flagsLow.
         * @member {number} flagsLow
         * @memberof agent.KvCommand
         * @instance
         */
        KvCommand.prototype.flagsLow = 0;

        /**
         * KvCommand flagsHigh.
         * @member {number} flagsHigh
         * @memberof agent.KvCommand
         * @instance
         */
        KvCommand.prototype.flagsHigh = 0;

        /**
         * KvCommand expectedIndex.
         * @member {number} expectedIndex
         * @memberof agent.KvCommand
         * @instance
         */
        KvCommand.prototype.expectedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new KvCommand instance using the specified properties.
         * @function create
         * @memberof agent.KvCommand
         * @static
         * @param {agent.KvCommand.$Properties=} [properties] Properties to set
         * @returns {agent.KvCommand} KvCommand instance
         * @type {{
         *   (properties: agent.KvCommand.$Shape): agent.KvCommand & agent.KvCommand.$Shape;
         *   (properties?: agent.KvCommand.$Properties): agent.KvCommand;
         * }}
         */
        KvCommand.create = function(properties) {
            return new KvCommand(properties);
        };

        /**
         * Encodes the specified KvCommand message. Does not implicitly {@link agent.KvCommand.verify|verify} messages.
         * @function encode
         * @memberof agent.KvCommand
         * @static
         * @param {agent.KvCommand.$Properties} message KvCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KvCommand.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.operation != null && $Object.hasOwnProperty.call(message, "operation") && message.operation !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.operation);
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.value);
            if (message.flagsLow != null && $Object.hasOwnProperty.call(message, "flagsLow") && message.flagsLow !== 0)
                writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.flagsLow);
            if (message.flagsHigh != null && $Object.hasOwnProperty.call(message, "flagsHigh") && message.flagsHigh !== 0)
                writer.uint32(/* id 5, wireType 5 =*/45).fixed32(message.flagsHigh);
            if (message.expectedIndex != null && $Object.hasOwnProperty.call(message, "expectedIndex") && (typeof message.expectedIndex === "object" ? message.expectedIndex.low || message.expectedIndex.high : message.expectedIndex !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.expectedIndex);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified KvCommand message, length delimited. Does not implicitly {@link agent.KvCommand.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.KvCommand
         * @static
         * @param {agent.KvCommand.$Properties} message KvCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KvCommand.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a KvCommand message from the specified reader or buffer.
         * @function decode
         * @memberof agent.KvCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.KvCommand & agent.KvCommand.$Shape} KvCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KvCommand.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.KvCommand();
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
                        if (value = reader.int32())
                            message.operation = value;
                        else
                            delete message.operation;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.value = value;
                        else
                            delete message.value;
                        continue;
                    }
                case 4: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.flagsLow = value;
                        else
                            delete message.flagsLow;
                        continue;
                    }
                case 5: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.flagsHigh = value;
                        else
                            delete message.flagsHigh;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.expectedIndex = value;
                        else
                            delete message.expectedIndex;
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

        /**
         * Decodes a KvCommand message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.KvCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.KvCommand & agent.KvCommand.$Shape} KvCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KvCommand.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a KvCommand message.
         * @function verify
         * @memberof agent.KvCommand
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        KvCommand.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.operation != null && $Object.hasOwnProperty.call(message, "operation"))
                if (typeof message.operation !== "number" || (message.operation | 0) !== message.operation)
                    return "operation: enum value expected";
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                if (!(message.key && typeof message.key.length === "number" || $util.isString(message.key)))
                    return "key: buffer expected";
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                if (!(message.value && typeof message.value.length === "number" || $util.isString(message.value)))
                    return "value: buffer expected";
            if (message.flagsLow != null && $Object.hasOwnProperty.call(message, "flagsLow"))
                if (!$util.isInteger(message.flagsLow))
                    return "flagsLow: integer expected";
            if (message.flagsHigh != null && $Object.hasOwnProperty.call(message, "flagsHigh"))
                if (!$util.isInteger(message.flagsHigh))
                    return "flagsHigh: integer expected";
            if (message.expectedIndex != null && $Object.hasOwnProperty.call(message, "expectedIndex"))
                if (!$util.isInteger(message.expectedIndex) && !(message.expectedIndex && $util.isInteger(message.expectedIndex.low) && $util.isInteger(message.expectedIndex.high)))
                    return "expectedIndex: integer|Long expected";
            return null;
        };

        /**
         * Creates a KvCommand message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.KvCommand
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.KvCommand} KvCommand
         */
        KvCommand.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.KvCommand)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.KvCommand: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.KvCommand();
            if (object.operation !== 0 && (typeof object.operation !== "string" || $root.agent.KvCommand.Operation[object.operation] !== 0))
                switch (object.operation) {
                case "UNKNOWN":
                case 0:
                    message.operation = 0;
                    break;
                case "SET":
                case 1:
                    message.operation = 1;
                    break;
                case "CAS":
                case 2:
                    message.operation = 2;
                    break;
                case "DELETE":
                case 3:
                    message.operation = 3;
                    break;
                case "DELETE_CAS":
                case 4:
                    message.operation = 4;
                    break;
                case "DELETE_TREE":
                case 5:
                    message.operation = 5;
                    break;
                default:
                    if (typeof object.operation === "number" && (object.operation | 0) === object.operation)
                        message.operation = object.operation;
                }
            if (object.key != null)
                if (object.key.length)
                    if (typeof object.key === "string")
                        $util.base64.decode(object.key, message.key = $util.newBuffer($util.base64.length(object.key)), 0);
                    else if (object.key.length >= 0)
                        message.key = object.key;
            if (object.value != null)
                if (object.value.length)
                    if (typeof object.value === "string")
                        $util.base64.decode(object.value, message.value = $util.newBuffer($util.base64.length(object.value)), 0);
                    else if (object.value.length >= 0)
                        message.value = object.value;
            if (object.flagsLow != null)
                if ($Number(object.flagsLow) !== 0)
                    message.flagsLow = object.flagsLow >>> 0;
            if (object.flagsHigh != null)
                if ($Number(object.flagsHigh) !== 0)
                    message.flagsHigh = object.flagsHigh >>> 0;
            if (object.expectedIndex != null)
                if (typeof object.expectedIndex === "object" ? object.expectedIndex.low || object.expectedIndex.high : $Number(object.expectedIndex) !== 0)
                    if ($util.Long)
                        message.expectedIndex = $util.Long.fromValue(object.expectedIndex, true);
                    else if (typeof object.expectedIndex === "string")
                        message.expectedIndex = $parseInt(object.expectedIndex, 10);
                    else if (typeof object.expectedIndex === "number")
                        message.expectedIndex = object.expectedIndex;
                    else if (typeof object.expectedIndex === "object")
                        message.expectedIndex = new $util.LongBits(object.expectedIndex.low >>> 0, object.expectedIndex.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from a KvCommand message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.KvCommand
         * @static
         * @param {agent.KvCommand} message KvCommand
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        KvCommand.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.operation = options.enums === $String ? "UNKNOWN" : 0;
                if (options.bytes === $String)
                    object.key = "";
                else {
                    object.key = [];
                    if (options.bytes !== $Array)
                        object.key = $util.newBuffer(object.key);
                }
                if (options.bytes === $String)
                    object.value = "";
                else {
                    object.value = [];
                    if (options.bytes !== $Array)
                        object.value = $util.newBuffer(object.value);
                }
                object.flagsLow = 0;
                object.flagsHigh = 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.expectedIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.expectedIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.operation != null && $Object.hasOwnProperty.call(message, "operation"))
                object.operation = options.enums === $String ? $root.agent.KvCommand.Operation[message.operation] === $undefined ? message.operation : $root.agent.KvCommand.Operation[message.operation] : message.operation;
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                object.key = options.bytes === $String ? $util.base64.encode(message.key, 0, message.key.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.key) : message.key;
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                object.value = options.bytes === $String ? $util.base64.encode(message.value, 0, message.value.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.value) : message.value;
            if (message.flagsLow != null && $Object.hasOwnProperty.call(message, "flagsLow"))
                object.flagsLow = message.flagsLow;
            if (message.flagsHigh != null && $Object.hasOwnProperty.call(message, "flagsHigh"))
                object.flagsHigh = message.flagsHigh;
            if (message.expectedIndex != null && $Object.hasOwnProperty.call(message, "expectedIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.expectedIndex = typeof message.expectedIndex === "number" ? $BigInt(message.expectedIndex) : $util.Long.fromBits(message.expectedIndex.low >>> 0, message.expectedIndex.high >>> 0, true).toBigInt();
                else if (typeof message.expectedIndex === "number")
                    object.expectedIndex = options.longs === $String ? $String(message.expectedIndex) : message.expectedIndex;
                else
                    object.expectedIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.expectedIndex) : options.longs === $Number ? new $util.LongBits(message.expectedIndex.low >>> 0, message.expectedIndex.high >>> 0).toNumber(true) : message.expectedIndex;
            return object;
        };

        /**
         * Converts this KvCommand to JSON.
         * @function toJSON
         * @memberof agent.KvCommand
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        KvCommand.prototype.toJSON = function() {
            return KvCommand.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for KvCommand
         * @function getTypeUrl
         * @memberof agent.KvCommand
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        KvCommand.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.KvCommand";
        };

        /**
         * Operation enum.
         * @name agent.KvCommand.Operation
         * @enum {number}
         * @property {number} UNKNOWN=0 UNKNOWN value
         * @property {number} SET=1 SET value
         * @property {number} CAS=2 CAS value
         * @property {number} DELETE=3 DELETE value
         * @property {number} DELETE_CAS=4 DELETE_CAS value
         * @property {number} DELETE_TREE=5 DELETE_TREE value
         */
        KvCommand.Operation = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNKNOWN"] = 0;
            values[valuesById[1] = "SET"] = 1;
            values[valuesById[2] = "CAS"] = 2;
            values[valuesById[3] = "DELETE"] = 3;
            values[valuesById[4] = "DELETE_CAS"] = 4;
            values[valuesById[5] = "DELETE_TREE"] = 5;
            return values;
        })();

        return KvCommand;
    })();

    agent.RegisterCommand = (function() {

        /**
         * Properties of a RegisterCommand.
         * @typedef {Object} agent.RegisterCommand.$Properties
         * @property {agent.Node.$Properties|null} [node] RegisterCommand node
         * @property {boolean|null} [skipNodeUpdate] RegisterCommand skipNodeUpdate
         * @property {agent.Service.$Properties|null} [service] RegisterCommand service
         * @property {Array.<agent.Check.$Properties>|null} [checks] RegisterCommand checks
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RegisterCommand.
         * @memberof agent
         * @interface IRegisterCommand
         * @augments agent.RegisterCommand.$Properties
         * @deprecated Use agent.RegisterCommand.$Properties instead.
         */

        /**
         * Shape of a RegisterCommand.
         * @typedef {agent.RegisterCommand.$Properties} agent.RegisterCommand.$Shape
         */

        /**
         * Constructs a new RegisterCommand.
         * @memberof agent
         * @classdesc Represents a RegisterCommand.
         * @constructor
         * @param {agent.RegisterCommand.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RegisterCommand = function (properties) {
            this.checks = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RegisterCommand node.
         * @member {agent.Node.$Properties|null|undefined} node
         * @memberof agent.RegisterCommand
         * @instance
         */
        RegisterCommand.prototype.node = null;

        /**
         * RegisterCommand skipNodeUpdate.
         * @member {boolean} skipNodeUpdate
         * @memberof agent.RegisterCommand
         * @instance
         */
        RegisterCommand.prototype.skipNodeUpdate = false;

        /**
         * RegisterCommand service.
         * @member {agent.Service.$Properties|null|undefined} service
         * @memberof agent.RegisterCommand
         * @instance
         */
        RegisterCommand.prototype.service = null;

        /**
         * RegisterCommand checks.
         * @member {Array.<agent.Check.$Properties>} checks
         * @memberof agent.RegisterCommand
         * @instance
         */
        RegisterCommand.prototype.checks = $util.emptyArray;

        /**
         * Creates a new RegisterCommand instance using the specified properties.
         * @function create
         * @memberof agent.RegisterCommand
         * @static
         * @param {agent.RegisterCommand.$Properties=} [properties] Properties to set
         * @returns {agent.RegisterCommand} RegisterCommand instance
         * @type {{
         *   (properties: agent.RegisterCommand.$Shape): agent.RegisterCommand & agent.RegisterCommand.$Shape;
         *   (properties?: agent.RegisterCommand.$Properties): agent.RegisterCommand;
         * }}
         */
        RegisterCommand.create = function(properties) {
            return new RegisterCommand(properties);
        };

        /**
         * Encodes the specified RegisterCommand message. Does not implicitly {@link agent.RegisterCommand.verify|verify} messages.
         * @function encode
         * @memberof agent.RegisterCommand
         * @static
         * @param {agent.RegisterCommand.$Properties} message RegisterCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RegisterCommand.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                $root.agent.Node.encode(message.node, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.skipNodeUpdate != null && $Object.hasOwnProperty.call(message, "skipNodeUpdate") && message.skipNodeUpdate !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.skipNodeUpdate);
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                $root.agent.Service.encode(message.service, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.checks != null && message.checks.length)
                for (let i = 0; i < message.checks.length; ++i)
                    $root.agent.Check.encode(message.checks[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified RegisterCommand message, length delimited. Does not implicitly {@link agent.RegisterCommand.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.RegisterCommand
         * @static
         * @param {agent.RegisterCommand.$Properties} message RegisterCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RegisterCommand.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a RegisterCommand message from the specified reader or buffer.
         * @function decode
         * @memberof agent.RegisterCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.RegisterCommand & agent.RegisterCommand.$Shape} RegisterCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RegisterCommand.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.RegisterCommand();
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
                        message.node = $root.agent.Node.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.skipNodeUpdate = value;
                        else
                            delete message.skipNodeUpdate;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.service = $root.agent.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.checks && message.checks.length))
                            message.checks = [];
                        message.checks.push($root.agent.Check.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a RegisterCommand message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.RegisterCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.RegisterCommand & agent.RegisterCommand.$Shape} RegisterCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RegisterCommand.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a RegisterCommand message.
         * @function verify
         * @memberof agent.RegisterCommand
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        RegisterCommand.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.node != null && $Object.hasOwnProperty.call(message, "node")) {
                let error = $root.agent.Node.verify(message.node, _depth + 1);
                if (error)
                    return "node." + error;
            }
            if (message.skipNodeUpdate != null && $Object.hasOwnProperty.call(message, "skipNodeUpdate"))
                if (typeof message.skipNodeUpdate !== "boolean")
                    return "skipNodeUpdate: boolean expected";
            if (message.service != null && $Object.hasOwnProperty.call(message, "service")) {
                let error = $root.agent.Service.verify(message.service, _depth + 1);
                if (error)
                    return "service." + error;
            }
            if (message.checks != null && $Object.hasOwnProperty.call(message, "checks")) {
                if (!$Array.isArray(message.checks))
                    return "checks: array expected";
                for (let i = 0; i < message.checks.length; ++i) {
                    let error = $root.agent.Check.verify(message.checks[i], _depth + 1);
                    if (error)
                        return "checks." + error;
                }
            }
            return null;
        };

        /**
         * Creates a RegisterCommand message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.RegisterCommand
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.RegisterCommand} RegisterCommand
         */
        RegisterCommand.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.RegisterCommand)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.RegisterCommand: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.RegisterCommand();
            if (object.node != null) {
                if (!$util.isObject(object.node))
                    throw $TypeError(".agent.RegisterCommand.node: object expected");
                message.node = $root.agent.Node.fromObject(object.node, _depth + 1);
            }
            if (object.skipNodeUpdate != null)
                if (object.skipNodeUpdate)
                    message.skipNodeUpdate = $Boolean(object.skipNodeUpdate);
            if (object.service != null) {
                if (!$util.isObject(object.service))
                    throw $TypeError(".agent.RegisterCommand.service: object expected");
                message.service = $root.agent.Service.fromObject(object.service, _depth + 1);
            }
            if (object.checks) {
                if (!$Array.isArray(object.checks))
                    throw $TypeError(".agent.RegisterCommand.checks: array expected");
                message.checks = $Array(object.checks.length);
                for (let i = 0; i < object.checks.length; ++i) {
                    if (!$util.isObject(object.checks[i]))
                        throw $TypeError(".agent.RegisterCommand.checks: object expected");
                    message.checks[i] = $root.agent.Check.fromObject(object.checks[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a RegisterCommand message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.RegisterCommand
         * @static
         * @param {agent.RegisterCommand} message RegisterCommand
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        RegisterCommand.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.checks = [];
            if (options.defaults) {
                object.node = null;
                object.skipNodeUpdate = false;
                object.service = null;
            }
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                object.node = $root.agent.Node.toObject(message.node, options, _depth + 1);
            if (message.skipNodeUpdate != null && $Object.hasOwnProperty.call(message, "skipNodeUpdate"))
                object.skipNodeUpdate = message.skipNodeUpdate;
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                object.service = $root.agent.Service.toObject(message.service, options, _depth + 1);
            if (message.checks && message.checks.length) {
                object.checks = $Array(message.checks.length);
                for (let j = 0; j < message.checks.length; ++j)
                    object.checks[j] = $root.agent.Check.toObject(message.checks[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this RegisterCommand to JSON.
         * @function toJSON
         * @memberof agent.RegisterCommand
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        RegisterCommand.prototype.toJSON = function() {
            return RegisterCommand.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for RegisterCommand
         * @function getTypeUrl
         * @memberof agent.RegisterCommand
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        RegisterCommand.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.RegisterCommand";
        };

        return RegisterCommand;
    })();

    agent.DeregisterCommand = (function() {

        /**
         * Properties of a DeregisterCommand.
         * @typedef {Object} agent.DeregisterCommand.$Properties
         * @property {string|null} [node] DeregisterCommand node
         * @property {string|null} [serviceId] DeregisterCommand serviceId
         * @property {string|null} [checkId] DeregisterCommand checkId
         * @property {string|null} [datacenter] DeregisterCommand datacenter
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DeregisterCommand.
         * @memberof agent
         * @interface IDeregisterCommand
         * @augments agent.DeregisterCommand.$Properties
         * @deprecated Use agent.DeregisterCommand.$Properties instead.
         */

        /**
         * Shape of a DeregisterCommand.
         * @typedef {agent.DeregisterCommand.$Properties} agent.DeregisterCommand.$Shape
         */

        /**
         * Constructs a new DeregisterCommand.
         * @memberof agent
         * @classdesc Represents a DeregisterCommand.
         * @constructor
         * @param {agent.DeregisterCommand.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DeregisterCommand = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DeregisterCommand node.
         * @member {string} node
         * @memberof agent.DeregisterCommand
         * @instance
         */
        DeregisterCommand.prototype.node = "";

        /**
         * DeregisterCommand serviceId.
         * @member {string} serviceId
         * @memberof agent.DeregisterCommand
         * @instance
         */
        DeregisterCommand.prototype.serviceId = "";

        /**
         * DeregisterCommand checkId.
         * @member {string} checkId
         * @memberof agent.DeregisterCommand
         * @instance
         */
        DeregisterCommand.prototype.checkId = "";

        /**
         * DeregisterCommand datacenter.
         * @member {string} datacenter
         * @memberof agent.DeregisterCommand
         * @instance
         */
        DeregisterCommand.prototype.datacenter = "";

        /**
         * Creates a new DeregisterCommand instance using the specified properties.
         * @function create
         * @memberof agent.DeregisterCommand
         * @static
         * @param {agent.DeregisterCommand.$Properties=} [properties] Properties to set
         * @returns {agent.DeregisterCommand} DeregisterCommand instance
         * @type {{
         *   (properties: agent.DeregisterCommand.$Shape): agent.DeregisterCommand & agent.DeregisterCommand.$Shape;
         *   (properties?: agent.DeregisterCommand.$Properties): agent.DeregisterCommand;
         * }}
         */
        DeregisterCommand.create = function(properties) {
            return new DeregisterCommand(properties);
        };

        /**
         * Encodes the specified DeregisterCommand message. Does not implicitly {@link agent.DeregisterCommand.verify|verify} messages.
         * @function encode
         * @memberof agent.DeregisterCommand
         * @static
         * @param {agent.DeregisterCommand.$Properties} message DeregisterCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DeregisterCommand.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
            if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId") && message.serviceId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.serviceId);
            if (message.checkId != null && $Object.hasOwnProperty.call(message, "checkId") && message.checkId !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.checkId);
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.datacenter);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified DeregisterCommand message, length delimited. Does not implicitly {@link agent.DeregisterCommand.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.DeregisterCommand
         * @static
         * @param {agent.DeregisterCommand.$Properties} message DeregisterCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DeregisterCommand.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a DeregisterCommand message from the specified reader or buffer.
         * @function decode
         * @memberof agent.DeregisterCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.DeregisterCommand & agent.DeregisterCommand.$Shape} DeregisterCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DeregisterCommand.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.DeregisterCommand();
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
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.serviceId = value;
                        else
                            delete message.serviceId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.checkId = value;
                        else
                            delete message.checkId;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.datacenter = value;
                        else
                            delete message.datacenter;
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

        /**
         * Decodes a DeregisterCommand message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.DeregisterCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.DeregisterCommand & agent.DeregisterCommand.$Shape} DeregisterCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DeregisterCommand.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a DeregisterCommand message.
         * @function verify
         * @memberof agent.DeregisterCommand
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        DeregisterCommand.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                if (!$util.isString(message.node))
                    return "node: string expected";
            if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId"))
                if (!$util.isString(message.serviceId))
                    return "serviceId: string expected";
            if (message.checkId != null && $Object.hasOwnProperty.call(message, "checkId"))
                if (!$util.isString(message.checkId))
                    return "checkId: string expected";
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                if (!$util.isString(message.datacenter))
                    return "datacenter: string expected";
            return null;
        };

        /**
         * Creates a DeregisterCommand message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.DeregisterCommand
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.DeregisterCommand} DeregisterCommand
         */
        DeregisterCommand.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.DeregisterCommand)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.DeregisterCommand: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.DeregisterCommand();
            if (object.node != null)
                if (typeof object.node !== "string" || object.node.length)
                    message.node = $String(object.node);
            if (object.serviceId != null)
                if (typeof object.serviceId !== "string" || object.serviceId.length)
                    message.serviceId = $String(object.serviceId);
            if (object.checkId != null)
                if (typeof object.checkId !== "string" || object.checkId.length)
                    message.checkId = $String(object.checkId);
            if (object.datacenter != null)
                if (typeof object.datacenter !== "string" || object.datacenter.length)
                    message.datacenter = $String(object.datacenter);
            return message;
        };

        /**
         * Creates a plain object from a DeregisterCommand message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.DeregisterCommand
         * @static
         * @param {agent.DeregisterCommand} message DeregisterCommand
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        DeregisterCommand.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.node = "";
                object.serviceId = "";
                object.checkId = "";
                object.datacenter = "";
            }
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                object.node = message.node;
            if (message.serviceId != null && $Object.hasOwnProperty.call(message, "serviceId"))
                object.serviceId = message.serviceId;
            if (message.checkId != null && $Object.hasOwnProperty.call(message, "checkId"))
                object.checkId = message.checkId;
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                object.datacenter = message.datacenter;
            return object;
        };

        /**
         * Converts this DeregisterCommand to JSON.
         * @function toJSON
         * @memberof agent.DeregisterCommand
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        DeregisterCommand.prototype.toJSON = function() {
            return DeregisterCommand.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for DeregisterCommand
         * @function getTypeUrl
         * @memberof agent.DeregisterCommand
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        DeregisterCommand.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.DeregisterCommand";
        };

        return DeregisterCommand;
    })();

    agent.AreaCommand = (function() {

        /**
         * Properties of an AreaCommand.
         * @typedef {Object} agent.AreaCommand.$Properties
         * @property {agent.AreaCommand.Operation|null} [operation] AreaCommand operation
         * @property {agent.Area.$Properties|null} [area] AreaCommand area
         * @property {string|null} [datacenter] AreaCommand datacenter
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AreaCommand.
         * @memberof agent
         * @interface IAreaCommand
         * @augments agent.AreaCommand.$Properties
         * @deprecated Use agent.AreaCommand.$Properties instead.
         */

        /**
         * Shape of an AreaCommand.
         * @typedef {agent.AreaCommand.$Properties} agent.AreaCommand.$Shape
         */

        /**
         * Constructs a new AreaCommand.
         * @memberof agent
         * @classdesc Represents an AreaCommand.
         * @constructor
         * @param {agent.AreaCommand.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AreaCommand = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AreaCommand operation.
         * @member {agent.AreaCommand.Operation} operation
         * @memberof agent.AreaCommand
         * @instance
         */
        AreaCommand.prototype.operation = 0;

        /**
         * AreaCommand area.
         * @member {agent.Area.$Properties|null|undefined} area
         * @memberof agent.AreaCommand
         * @instance
         */
        AreaCommand.prototype.area = null;

        /**
         * AreaCommand datacenter.
         * @member {string} datacenter
         * @memberof agent.AreaCommand
         * @instance
         */
        AreaCommand.prototype.datacenter = "";

        /**
         * Creates a new AreaCommand instance using the specified properties.
         * @function create
         * @memberof agent.AreaCommand
         * @static
         * @param {agent.AreaCommand.$Properties=} [properties] Properties to set
         * @returns {agent.AreaCommand} AreaCommand instance
         * @type {{
         *   (properties: agent.AreaCommand.$Shape): agent.AreaCommand & agent.AreaCommand.$Shape;
         *   (properties?: agent.AreaCommand.$Properties): agent.AreaCommand;
         * }}
         */
        AreaCommand.create = function(properties) {
            return new AreaCommand(properties);
        };

        /**
         * Encodes the specified AreaCommand message. Does not implicitly {@link agent.AreaCommand.verify|verify} messages.
         * @function encode
         * @memberof agent.AreaCommand
         * @static
         * @param {agent.AreaCommand.$Properties} message AreaCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AreaCommand.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.operation != null && $Object.hasOwnProperty.call(message, "operation") && message.operation !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.operation);
            if (message.area != null && $Object.hasOwnProperty.call(message, "area"))
                $root.agent.Area.encode(message.area, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.datacenter);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified AreaCommand message, length delimited. Does not implicitly {@link agent.AreaCommand.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.AreaCommand
         * @static
         * @param {agent.AreaCommand.$Properties} message AreaCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AreaCommand.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes an AreaCommand message from the specified reader or buffer.
         * @function decode
         * @memberof agent.AreaCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.AreaCommand & agent.AreaCommand.$Shape} AreaCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AreaCommand.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.AreaCommand();
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
                        if (value = reader.int32())
                            message.operation = value;
                        else
                            delete message.operation;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.area = $root.agent.Area.decode(reader, reader.size(), $undefined, _depth + 1, message.area);
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

        /**
         * Decodes an AreaCommand message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.AreaCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.AreaCommand & agent.AreaCommand.$Shape} AreaCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AreaCommand.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies an AreaCommand message.
         * @function verify
         * @memberof agent.AreaCommand
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        AreaCommand.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.operation != null && $Object.hasOwnProperty.call(message, "operation"))
                if (typeof message.operation !== "number" || (message.operation | 0) !== message.operation)
                    return "operation: enum value expected";
            if (message.area != null && $Object.hasOwnProperty.call(message, "area")) {
                let error = $root.agent.Area.verify(message.area, _depth + 1);
                if (error)
                    return "area." + error;
            }
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                if (!$util.isString(message.datacenter))
                    return "datacenter: string expected";
            return null;
        };

        /**
         * Creates an AreaCommand message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.AreaCommand
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.AreaCommand} AreaCommand
         */
        AreaCommand.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.AreaCommand)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.AreaCommand: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.AreaCommand();
            if (object.operation !== 0 && (typeof object.operation !== "string" || $root.agent.AreaCommand.Operation[object.operation] !== 0))
                switch (object.operation) {
                case "UNKNOWN":
                case 0:
                    message.operation = 0;
                    break;
                case "CREATE":
                case 1:
                    message.operation = 1;
                    break;
                case "UPDATE":
                case 2:
                    message.operation = 2;
                    break;
                case "DELETE":
                case 3:
                    message.operation = 3;
                    break;
                default:
                    if (typeof object.operation === "number" && (object.operation | 0) === object.operation)
                        message.operation = object.operation;
                }
            if (object.area != null) {
                if (!$util.isObject(object.area))
                    throw $TypeError(".agent.AreaCommand.area: object expected");
                message.area = $root.agent.Area.fromObject(object.area, _depth + 1);
            }
            if (object.datacenter != null)
                if (typeof object.datacenter !== "string" || object.datacenter.length)
                    message.datacenter = $String(object.datacenter);
            return message;
        };

        /**
         * Creates a plain object from an AreaCommand message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.AreaCommand
         * @static
         * @param {agent.AreaCommand} message AreaCommand
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        AreaCommand.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.operation = options.enums === $String ? "UNKNOWN" : 0;
                object.area = null;
                object.datacenter = "";
            }
            if (message.operation != null && $Object.hasOwnProperty.call(message, "operation"))
                object.operation = options.enums === $String ? $root.agent.AreaCommand.Operation[message.operation] === $undefined ? message.operation : $root.agent.AreaCommand.Operation[message.operation] : message.operation;
            if (message.area != null && $Object.hasOwnProperty.call(message, "area"))
                object.area = $root.agent.Area.toObject(message.area, options, _depth + 1);
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                object.datacenter = message.datacenter;
            return object;
        };

        /**
         * Converts this AreaCommand to JSON.
         * @function toJSON
         * @memberof agent.AreaCommand
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        AreaCommand.prototype.toJSON = function() {
            return AreaCommand.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for AreaCommand
         * @function getTypeUrl
         * @memberof agent.AreaCommand
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        AreaCommand.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.AreaCommand";
        };

        /**
         * Operation enum.
         * @name agent.AreaCommand.Operation
         * @enum {number}
         * @property {number} UNKNOWN=0 UNKNOWN value
         * @property {number} CREATE=1 CREATE value
         * @property {number} UPDATE=2 UPDATE value
         * @property {number} DELETE=3 DELETE value
         */
        AreaCommand.Operation = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNKNOWN"] = 0;
            values[valuesById[1] = "CREATE"] = 1;
            values[valuesById[2] = "UPDATE"] = 2;
            values[valuesById[3] = "DELETE"] = 3;
            return values;
        })();

        return AreaCommand;
    })();

    agent.CoordinateCommand = (function() {

        /**
         * Properties of a CoordinateCommand.
         * @typedef {Object} agent.CoordinateCommand.$Properties
         * @property {Array.<agent.Coordinate.$Properties>|null} [coordinates] CoordinateCommand coordinates
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CoordinateCommand.
         * @memberof agent
         * @interface ICoordinateCommand
         * @augments agent.CoordinateCommand.$Properties
         * @deprecated Use agent.CoordinateCommand.$Properties instead.
         */

        /**
         * Shape of a CoordinateCommand.
         * @typedef {agent.CoordinateCommand.$Properties} agent.CoordinateCommand.$Shape
         */

        /**
         * Constructs a new CoordinateCommand.
         * @memberof agent
         * @classdesc Represents a CoordinateCommand.
         * @constructor
         * @param {agent.CoordinateCommand.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CoordinateCommand = function (properties) {
            this.coordinates = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CoordinateCommand coordinates.
         * @member {Array.<agent.Coordinate.$Properties>} coordinates
         * @memberof agent.CoordinateCommand
         * @instance
         */
        CoordinateCommand.prototype.coordinates = $util.emptyArray;

        /**
         * Creates a new CoordinateCommand instance using the specified properties.
         * @function create
         * @memberof agent.CoordinateCommand
         * @static
         * @param {agent.CoordinateCommand.$Properties=} [properties] Properties to set
         * @returns {agent.CoordinateCommand} CoordinateCommand instance
         * @type {{
         *   (properties: agent.CoordinateCommand.$Shape): agent.CoordinateCommand & agent.CoordinateCommand.$Shape;
         *   (properties?: agent.CoordinateCommand.$Properties): agent.CoordinateCommand;
         * }}
         */
        CoordinateCommand.create = function(properties) {
            return new CoordinateCommand(properties);
        };

        /**
         * Encodes the specified CoordinateCommand message. Does not implicitly {@link agent.CoordinateCommand.verify|verify} messages.
         * @function encode
         * @memberof agent.CoordinateCommand
         * @static
         * @param {agent.CoordinateCommand.$Properties} message CoordinateCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CoordinateCommand.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.coordinates != null && message.coordinates.length)
                for (let i = 0; i < message.coordinates.length; ++i)
                    $root.agent.Coordinate.encode(message.coordinates[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified CoordinateCommand message, length delimited. Does not implicitly {@link agent.CoordinateCommand.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.CoordinateCommand
         * @static
         * @param {agent.CoordinateCommand.$Properties} message CoordinateCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CoordinateCommand.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a CoordinateCommand message from the specified reader or buffer.
         * @function decode
         * @memberof agent.CoordinateCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.CoordinateCommand & agent.CoordinateCommand.$Shape} CoordinateCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CoordinateCommand.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.CoordinateCommand();
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
                        if (!(message.coordinates && message.coordinates.length))
                            message.coordinates = [];
                        message.coordinates.push($root.agent.Coordinate.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a CoordinateCommand message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.CoordinateCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.CoordinateCommand & agent.CoordinateCommand.$Shape} CoordinateCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CoordinateCommand.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a CoordinateCommand message.
         * @function verify
         * @memberof agent.CoordinateCommand
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        CoordinateCommand.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.coordinates != null && $Object.hasOwnProperty.call(message, "coordinates")) {
                if (!$Array.isArray(message.coordinates))
                    return "coordinates: array expected";
                for (let i = 0; i < message.coordinates.length; ++i) {
                    let error = $root.agent.Coordinate.verify(message.coordinates[i], _depth + 1);
                    if (error)
                        return "coordinates." + error;
                }
            }
            return null;
        };

        /**
         * Creates a CoordinateCommand message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.CoordinateCommand
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.CoordinateCommand} CoordinateCommand
         */
        CoordinateCommand.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.CoordinateCommand)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.CoordinateCommand: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.CoordinateCommand();
            if (object.coordinates) {
                if (!$Array.isArray(object.coordinates))
                    throw $TypeError(".agent.CoordinateCommand.coordinates: array expected");
                message.coordinates = $Array(object.coordinates.length);
                for (let i = 0; i < object.coordinates.length; ++i) {
                    if (!$util.isObject(object.coordinates[i]))
                        throw $TypeError(".agent.CoordinateCommand.coordinates: object expected");
                    message.coordinates[i] = $root.agent.Coordinate.fromObject(object.coordinates[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a CoordinateCommand message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.CoordinateCommand
         * @static
         * @param {agent.CoordinateCommand} message CoordinateCommand
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        CoordinateCommand.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.coordinates = [];
            if (message.coordinates && message.coordinates.length) {
                object.coordinates = $Array(message.coordinates.length);
                for (let j = 0; j < message.coordinates.length; ++j)
                    object.coordinates[j] = $root.agent.Coordinate.toObject(message.coordinates[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this CoordinateCommand to JSON.
         * @function toJSON
         * @memberof agent.CoordinateCommand
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        CoordinateCommand.prototype.toJSON = function() {
            return CoordinateCommand.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for CoordinateCommand
         * @function getTypeUrl
         * @memberof agent.CoordinateCommand
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        CoordinateCommand.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.CoordinateCommand";
        };

        return CoordinateCommand;
    })();

    agent.ReapCommand = (function() {

        /**
         * Properties of a ReapCommand.
         * @typedef {Object} agent.ReapCommand.$Properties
         * @property {number|null} [upToIndex] ReapCommand upToIndex
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ReapCommand.
         * @memberof agent
         * @interface IReapCommand
         * @augments agent.ReapCommand.$Properties
         * @deprecated Use agent.ReapCommand.$Properties instead.
         */

        /**
         * Shape of a ReapCommand.
         * @typedef {agent.ReapCommand.$Properties} agent.ReapCommand.$Shape
         */

        /**
         * Constructs a new ReapCommand.
         * @memberof agent
         * @classdesc Represents a ReapCommand.
         * @constructor
         * @param {agent.ReapCommand.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ReapCommand = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ReapCommand upToIndex.
         * @member {number} upToIndex
         * @memberof agent.ReapCommand
         * @instance
         */
        ReapCommand.prototype.upToIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new ReapCommand instance using the specified properties.
         * @function create
         * @memberof agent.ReapCommand
         * @static
         * @param {agent.ReapCommand.$Properties=} [properties] Properties to set
         * @returns {agent.ReapCommand} ReapCommand instance
         * @type {{
         *   (properties: agent.ReapCommand.$Shape): agent.ReapCommand & agent.ReapCommand.$Shape;
         *   (properties?: agent.ReapCommand.$Properties): agent.ReapCommand;
         * }}
         */
        ReapCommand.create = function(properties) {
            return new ReapCommand(properties);
        };

        /**
         * Encodes the specified ReapCommand message. Does not implicitly {@link agent.ReapCommand.verify|verify} messages.
         * @function encode
         * @memberof agent.ReapCommand
         * @static
         * @param {agent.ReapCommand.$Properties} message ReapCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ReapCommand.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.upToIndex != null && $Object.hasOwnProperty.call(message, "upToIndex") && (typeof message.upToIndex === "object" ? message.upToIndex.low || message.upToIndex.high : message.upToIndex !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.upToIndex);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified ReapCommand message, length delimited. Does not implicitly {@link agent.ReapCommand.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.ReapCommand
         * @static
         * @param {agent.ReapCommand.$Properties} message ReapCommand message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ReapCommand.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a ReapCommand message from the specified reader or buffer.
         * @function decode
         * @memberof agent.ReapCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.ReapCommand & agent.ReapCommand.$Shape} ReapCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ReapCommand.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.ReapCommand();
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
                            message.upToIndex = value;
                        else
                            delete message.upToIndex;
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

        /**
         * Decodes a ReapCommand message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.ReapCommand
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.ReapCommand & agent.ReapCommand.$Shape} ReapCommand
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ReapCommand.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a ReapCommand message.
         * @function verify
         * @memberof agent.ReapCommand
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ReapCommand.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.upToIndex != null && $Object.hasOwnProperty.call(message, "upToIndex"))
                if (!$util.isInteger(message.upToIndex) && !(message.upToIndex && $util.isInteger(message.upToIndex.low) && $util.isInteger(message.upToIndex.high)))
                    return "upToIndex: integer|Long expected";
            return null;
        };

        /**
         * Creates a ReapCommand message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.ReapCommand
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.ReapCommand} ReapCommand
         */
        ReapCommand.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.ReapCommand)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.ReapCommand: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.ReapCommand();
            if (object.upToIndex != null)
                if (typeof object.upToIndex === "object" ? object.upToIndex.low || object.upToIndex.high : $Number(object.upToIndex) !== 0)
                    if ($util.Long)
                        message.upToIndex = $util.Long.fromValue(object.upToIndex, true);
                    else if (typeof object.upToIndex === "string")
                        message.upToIndex = $parseInt(object.upToIndex, 10);
                    else if (typeof object.upToIndex === "number")
                        message.upToIndex = object.upToIndex;
                    else if (typeof object.upToIndex === "object")
                        message.upToIndex = new $util.LongBits(object.upToIndex.low >>> 0, object.upToIndex.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from a ReapCommand message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.ReapCommand
         * @static
         * @param {agent.ReapCommand} message ReapCommand
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ReapCommand.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.upToIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.upToIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            if (message.upToIndex != null && $Object.hasOwnProperty.call(message, "upToIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.upToIndex = typeof message.upToIndex === "number" ? $BigInt(message.upToIndex) : $util.Long.fromBits(message.upToIndex.low >>> 0, message.upToIndex.high >>> 0, true).toBigInt();
                else if (typeof message.upToIndex === "number")
                    object.upToIndex = options.longs === $String ? $String(message.upToIndex) : message.upToIndex;
                else
                    object.upToIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.upToIndex) : options.longs === $Number ? new $util.LongBits(message.upToIndex.low >>> 0, message.upToIndex.high >>> 0).toNumber(true) : message.upToIndex;
            return object;
        };

        /**
         * Converts this ReapCommand to JSON.
         * @function toJSON
         * @memberof agent.ReapCommand
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ReapCommand.prototype.toJSON = function() {
            return ReapCommand.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ReapCommand
         * @function getTypeUrl
         * @memberof agent.ReapCommand
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ReapCommand.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.ReapCommand";
        };

        return ReapCommand;
    })();

    agent.Outcome = (function() {

        /**
         * Properties of an Outcome.
         * @typedef {Object} agent.Outcome.$Properties
         * @property {boolean|null} [isApplied] Outcome isApplied
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Outcome.
         * @memberof agent
         * @interface IOutcome
         * @augments agent.Outcome.$Properties
         * @deprecated Use agent.Outcome.$Properties instead.
         */

        /**
         * Shape of an Outcome.
         * @typedef {agent.Outcome.$Properties} agent.Outcome.$Shape
         */

        /**
         * Constructs a new Outcome.
         * @memberof agent
         * @classdesc Represents an Outcome.
         * @constructor
         * @param {agent.Outcome.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Outcome = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Outcome isApplied.
         * @member {boolean} isApplied
         * @memberof agent.Outcome
         * @instance
         */
        Outcome.prototype.isApplied = false;

        /**
         * Creates a new Outcome instance using the specified properties.
         * @function create
         * @memberof agent.Outcome
         * @static
         * @param {agent.Outcome.$Properties=} [properties] Properties to set
         * @returns {agent.Outcome} Outcome instance
         * @type {{
         *   (properties: agent.Outcome.$Shape): agent.Outcome & agent.Outcome.$Shape;
         *   (properties?: agent.Outcome.$Properties): agent.Outcome;
         * }}
         */
        Outcome.create = function(properties) {
            return new Outcome(properties);
        };

        /**
         * Encodes the specified Outcome message. Does not implicitly {@link agent.Outcome.verify|verify} messages.
         * @function encode
         * @memberof agent.Outcome
         * @static
         * @param {agent.Outcome.$Properties} message Outcome message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Outcome.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.isApplied != null && $Object.hasOwnProperty.call(message, "isApplied") && message.isApplied !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.isApplied);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Outcome message, length delimited. Does not implicitly {@link agent.Outcome.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Outcome
         * @static
         * @param {agent.Outcome.$Properties} message Outcome message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Outcome.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes an Outcome message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Outcome
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Outcome & agent.Outcome.$Shape} Outcome
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Outcome.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Outcome();
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
                        if (value = reader.bool())
                            message.isApplied = value;
                        else
                            delete message.isApplied;
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

        /**
         * Decodes an Outcome message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Outcome
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Outcome & agent.Outcome.$Shape} Outcome
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Outcome.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies an Outcome message.
         * @function verify
         * @memberof agent.Outcome
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Outcome.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.isApplied != null && $Object.hasOwnProperty.call(message, "isApplied"))
                if (typeof message.isApplied !== "boolean")
                    return "isApplied: boolean expected";
            return null;
        };

        /**
         * Creates an Outcome message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Outcome
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Outcome} Outcome
         */
        Outcome.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Outcome)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Outcome: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Outcome();
            if (object.isApplied != null)
                if (object.isApplied)
                    message.isApplied = $Boolean(object.isApplied);
            return message;
        };

        /**
         * Creates a plain object from an Outcome message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Outcome
         * @static
         * @param {agent.Outcome} message Outcome
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Outcome.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.isApplied = false;
            if (message.isApplied != null && $Object.hasOwnProperty.call(message, "isApplied"))
                object.isApplied = message.isApplied;
            return object;
        };

        /**
         * Converts this Outcome to JSON.
         * @function toJSON
         * @memberof agent.Outcome
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Outcome.prototype.toJSON = function() {
            return Outcome.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Outcome
         * @function getTypeUrl
         * @memberof agent.Outcome
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Outcome.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Outcome";
        };

        return Outcome;
    })();

    agent.KeyRequest = (function() {

        /**
         * Properties of a KeyRequest.
         * @typedef {Object} agent.KeyRequest.$Properties
         * @property {Uint8Array|null} [key] KeyRequest key
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KeyRequest.
         * @memberof agent
         * @interface IKeyRequest
         * @augments agent.KeyRequest.$Properties
         * @deprecated Use agent.KeyRequest.$Properties instead.
         */

        /**
         * Shape of a KeyRequest.
         * @typedef {agent.KeyRequest.$Properties} agent.KeyRequest.$Shape
         */

        /**
         * Constructs a new KeyRequest.
         * @memberof agent
         * @classdesc Represents a KeyRequest.
         * @constructor
         * @param {agent.KeyRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KeyRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KeyRequest key.
         * @member {Uint8Array} key
         * @memberof agent.KeyRequest
         * @instance
         */
        KeyRequest.prototype.key = $util.newBuffer([]);

        /**
         * Creates a new KeyRequest instance using the specified properties.
         * @function create
         * @memberof agent.KeyRequest
         * @static
         * @param {agent.KeyRequest.$Properties=} [properties] Properties to set
         * @returns {agent.KeyRequest} KeyRequest instance
         * @type {{
         *   (properties: agent.KeyRequest.$Shape): agent.KeyRequest & agent.KeyRequest.$Shape;
         *   (properties?: agent.KeyRequest.$Properties): agent.KeyRequest;
         * }}
         */
        KeyRequest.create = function(properties) {
            return new KeyRequest(properties);
        };

        /**
         * Encodes the specified KeyRequest message. Does not implicitly {@link agent.KeyRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.KeyRequest
         * @static
         * @param {agent.KeyRequest.$Properties} message KeyRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KeyRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified KeyRequest message, length delimited. Does not implicitly {@link agent.KeyRequest.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.KeyRequest
         * @static
         * @param {agent.KeyRequest.$Properties} message KeyRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KeyRequest.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a KeyRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.KeyRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.KeyRequest & agent.KeyRequest.$Shape} KeyRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KeyRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.KeyRequest();
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
                        if ((value = reader.bytes()).length)
                            message.key = value;
                        else
                            delete message.key;
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

        /**
         * Decodes a KeyRequest message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.KeyRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.KeyRequest & agent.KeyRequest.$Shape} KeyRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KeyRequest.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a KeyRequest message.
         * @function verify
         * @memberof agent.KeyRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        KeyRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                if (!(message.key && typeof message.key.length === "number" || $util.isString(message.key)))
                    return "key: buffer expected";
            return null;
        };

        /**
         * Creates a KeyRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.KeyRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.KeyRequest} KeyRequest
         */
        KeyRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.KeyRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.KeyRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.KeyRequest();
            if (object.key != null)
                if (object.key.length)
                    if (typeof object.key === "string")
                        $util.base64.decode(object.key, message.key = $util.newBuffer($util.base64.length(object.key)), 0);
                    else if (object.key.length >= 0)
                        message.key = object.key;
            return message;
        };

        /**
         * Creates a plain object from a KeyRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.KeyRequest
         * @static
         * @param {agent.KeyRequest} message KeyRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        KeyRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                if (options.bytes === $String)
                    object.key = "";
                else {
                    object.key = [];
                    if (options.bytes !== $Array)
                        object.key = $util.newBuffer(object.key);
                }
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                object.key = options.bytes === $String ? $util.base64.encode(message.key, 0, message.key.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.key) : message.key;
            return object;
        };

        /**
         * Converts this KeyRequest to JSON.
         * @function toJSON
         * @memberof agent.KeyRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        KeyRequest.prototype.toJSON = function() {
            return KeyRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for KeyRequest
         * @function getTypeUrl
         * @memberof agent.KeyRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        KeyRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.KeyRequest";
        };

        return KeyRequest;
    })();

    agent.KeysRequest = (function() {

        /**
         * Properties of a KeysRequest.
         * @typedef {Object} agent.KeysRequest.$Properties
         * @property {Uint8Array|null} [prefix] KeysRequest prefix
         * @property {Uint8Array|null} [separator] KeysRequest separator
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KeysRequest.
         * @memberof agent
         * @interface IKeysRequest
         * @augments agent.KeysRequest.$Properties
         * @deprecated Use agent.KeysRequest.$Properties instead.
         */

        /**
         * Shape of a KeysRequest.
         * @typedef {agent.KeysRequest.$Properties} agent.KeysRequest.$Shape
         */

        /**
         * Constructs a new KeysRequest.
         * @memberof agent
         * @classdesc Represents a KeysRequest.
         * @constructor
         * @param {agent.KeysRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KeysRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KeysRequest prefix.
         * @member {Uint8Array} prefix
         * @memberof agent.KeysRequest
         * @instance
         */
        KeysRequest.prototype.prefix = $util.newBuffer([]);

        /**
         * KeysRequest separator.
         * @member {Uint8Array} separator
         * @memberof agent.KeysRequest
         * @instance
         */
        KeysRequest.prototype.separator = $util.newBuffer([]);

        /**
         * Creates a new KeysRequest instance using the specified properties.
         * @function create
         * @memberof agent.KeysRequest
         * @static
         * @param {agent.KeysRequest.$Properties=} [properties] Properties to set
         * @returns {agent.KeysRequest} KeysRequest instance
         * @type {{
         *   (properties: agent.KeysRequest.$Shape): agent.KeysRequest & agent.KeysRequest.$Shape;
         *   (properties?: agent.KeysRequest.$Properties): agent.KeysRequest;
         * }}
         */
        KeysRequest.create = function(properties) {
            return new KeysRequest(properties);
        };

        /**
         * Encodes the specified KeysRequest message. Does not implicitly {@link agent.KeysRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.KeysRequest
         * @static
         * @param {agent.KeysRequest.$Properties} message KeysRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KeysRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix") && message.prefix.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.prefix);
            if (message.separator != null && $Object.hasOwnProperty.call(message, "separator") && message.separator.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.separator);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified KeysRequest message, length delimited. Does not implicitly {@link agent.KeysRequest.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.KeysRequest
         * @static
         * @param {agent.KeysRequest.$Properties} message KeysRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KeysRequest.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a KeysRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.KeysRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.KeysRequest & agent.KeysRequest.$Shape} KeysRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KeysRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.KeysRequest();
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
                        if ((value = reader.bytes()).length)
                            message.prefix = value;
                        else
                            delete message.prefix;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.separator = value;
                        else
                            delete message.separator;
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

        /**
         * Decodes a KeysRequest message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.KeysRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.KeysRequest & agent.KeysRequest.$Shape} KeysRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KeysRequest.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a KeysRequest message.
         * @function verify
         * @memberof agent.KeysRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        KeysRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix"))
                if (!(message.prefix && typeof message.prefix.length === "number" || $util.isString(message.prefix)))
                    return "prefix: buffer expected";
            if (message.separator != null && $Object.hasOwnProperty.call(message, "separator"))
                if (!(message.separator && typeof message.separator.length === "number" || $util.isString(message.separator)))
                    return "separator: buffer expected";
            return null;
        };

        /**
         * Creates a KeysRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.KeysRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.KeysRequest} KeysRequest
         */
        KeysRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.KeysRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.KeysRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.KeysRequest();
            if (object.prefix != null)
                if (object.prefix.length)
                    if (typeof object.prefix === "string")
                        $util.base64.decode(object.prefix, message.prefix = $util.newBuffer($util.base64.length(object.prefix)), 0);
                    else if (object.prefix.length >= 0)
                        message.prefix = object.prefix;
            if (object.separator != null)
                if (object.separator.length)
                    if (typeof object.separator === "string")
                        $util.base64.decode(object.separator, message.separator = $util.newBuffer($util.base64.length(object.separator)), 0);
                    else if (object.separator.length >= 0)
                        message.separator = object.separator;
            return message;
        };

        /**
         * Creates a plain object from a KeysRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.KeysRequest
         * @static
         * @param {agent.KeysRequest} message KeysRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        KeysRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if (options.bytes === $String)
                    object.prefix = "";
                else {
                    object.prefix = [];
                    if (options.bytes !== $Array)
                        object.prefix = $util.newBuffer(object.prefix);
                }
                if (options.bytes === $String)
                    object.separator = "";
                else {
                    object.separator = [];
                    if (options.bytes !== $Array)
                        object.separator = $util.newBuffer(object.separator);
                }
            }
            if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix"))
                object.prefix = options.bytes === $String ? $util.base64.encode(message.prefix, 0, message.prefix.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.prefix) : message.prefix;
            if (message.separator != null && $Object.hasOwnProperty.call(message, "separator"))
                object.separator = options.bytes === $String ? $util.base64.encode(message.separator, 0, message.separator.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.separator) : message.separator;
            return object;
        };

        /**
         * Converts this KeysRequest to JSON.
         * @function toJSON
         * @memberof agent.KeysRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        KeysRequest.prototype.toJSON = function() {
            return KeysRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for KeysRequest
         * @function getTypeUrl
         * @memberof agent.KeysRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        KeysRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.KeysRequest";
        };

        return KeysRequest;
    })();

    agent.FoundKvPair = (function() {

        /**
         * Properties of a FoundKvPair.
         * @typedef {Object} agent.FoundKvPair.$Properties
         * @property {agent.KvPair.$Properties|null} [pair] FoundKvPair pair
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FoundKvPair.
         * @memberof agent
         * @interface IFoundKvPair
         * @augments agent.FoundKvPair.$Properties
         * @deprecated Use agent.FoundKvPair.$Properties instead.
         */

        /**
         * Shape of a FoundKvPair.
         * @typedef {agent.FoundKvPair.$Properties} agent.FoundKvPair.$Shape
         */

        /**
         * Constructs a new FoundKvPair.
         * @memberof agent
         * @classdesc Represents a FoundKvPair.
         * @constructor
         * @param {agent.FoundKvPair.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FoundKvPair = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FoundKvPair pair.
         * @member {agent.KvPair.$Properties|null|undefined} pair
         * @memberof agent.FoundKvPair
         * @instance
         */
        FoundKvPair.prototype.pair = null;

        /**
         * Creates a new FoundKvPair instance using the specified properties.
         * @function create
         * @memberof agent.FoundKvPair
         * @static
         * @param {agent.FoundKvPair.$Properties=} [properties] Properties to set
         * @returns {agent.FoundKvPair} FoundKvPair instance
         * @type {{
         *   (properties: agent.FoundKvPair.$Shape): agent.FoundKvPair & agent.FoundKvPair.$Shape;
         *   (properties?: agent.FoundKvPair.$Properties): agent.FoundKvPair;
         * }}
         */
        FoundKvPair.create = function(properties) {
            return new FoundKvPair(properties);
        };

        /**
         * Encodes the specified FoundKvPair message. Does not implicitly {@link agent.FoundKvPair.verify|verify} messages.
         * @function encode
         * @memberof agent.FoundKvPair
         * @static
         * @param {agent.FoundKvPair.$Properties} message FoundKvPair message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FoundKvPair.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.pair != null && $Object.hasOwnProperty.call(message, "pair"))
                $root.agent.KvPair.encode(message.pair, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified FoundKvPair message, length delimited. Does not implicitly {@link agent.FoundKvPair.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.FoundKvPair
         * @static
         * @param {agent.FoundKvPair.$Properties} message FoundKvPair message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FoundKvPair.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a FoundKvPair message from the specified reader or buffer.
         * @function decode
         * @memberof agent.FoundKvPair
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.FoundKvPair & agent.FoundKvPair.$Shape} FoundKvPair
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FoundKvPair.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.FoundKvPair();
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
                        message.pair = $root.agent.KvPair.decode(reader, reader.size(), $undefined, _depth + 1, message.pair);
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

        /**
         * Decodes a FoundKvPair message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.FoundKvPair
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.FoundKvPair & agent.FoundKvPair.$Shape} FoundKvPair
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FoundKvPair.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a FoundKvPair message.
         * @function verify
         * @memberof agent.FoundKvPair
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        FoundKvPair.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.pair != null && $Object.hasOwnProperty.call(message, "pair")) {
                let error = $root.agent.KvPair.verify(message.pair, _depth + 1);
                if (error)
                    return "pair." + error;
            }
            return null;
        };

        /**
         * Creates a FoundKvPair message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.FoundKvPair
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.FoundKvPair} FoundKvPair
         */
        FoundKvPair.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.FoundKvPair)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.FoundKvPair: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.FoundKvPair();
            if (object.pair != null) {
                if (!$util.isObject(object.pair))
                    throw $TypeError(".agent.FoundKvPair.pair: object expected");
                message.pair = $root.agent.KvPair.fromObject(object.pair, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a FoundKvPair message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.FoundKvPair
         * @static
         * @param {agent.FoundKvPair} message FoundKvPair
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        FoundKvPair.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.pair = null;
            if (message.pair != null && $Object.hasOwnProperty.call(message, "pair"))
                object.pair = $root.agent.KvPair.toObject(message.pair, options, _depth + 1);
            return object;
        };

        /**
         * Converts this FoundKvPair to JSON.
         * @function toJSON
         * @memberof agent.FoundKvPair
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        FoundKvPair.prototype.toJSON = function() {
            return FoundKvPair.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for FoundKvPair
         * @function getTypeUrl
         * @memberof agent.FoundKvPair
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        FoundKvPair.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.FoundKvPair";
        };

        return FoundKvPair;
    })();

    agent.KvPairs = (function() {

        /**
         * Properties of a KvPairs.
         * @typedef {Object} agent.KvPairs.$Properties
         * @property {Array.<agent.KvPair.$Properties>|null} [pairs] KvPairs pairs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KvPairs.
         * @memberof agent
         * @interface IKvPairs
         * @augments agent.KvPairs.$Properties
         * @deprecated Use agent.KvPairs.$Properties instead.
         */

        /**
         * Shape of a KvPairs.
         * @typedef {agent.KvPairs.$Properties} agent.KvPairs.$Shape
         */

        /**
         * Constructs a new KvPairs.
         * @memberof agent
         * @classdesc Represents a KvPairs.
         * @constructor
         * @param {agent.KvPairs.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KvPairs = function (properties) {
            this.pairs = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KvPairs pairs.
         * @member {Array.<agent.KvPair.$Properties>} pairs
         * @memberof agent.KvPairs
         * @instance
         */
        KvPairs.prototype.pairs = $util.emptyArray;

        /**
         * Creates a new KvPairs instance using the specified properties.
         * @function create
         * @memberof agent.KvPairs
         * @static
         * @param {agent.KvPairs.$Properties=} [properties] Properties to set
         * @returns {agent.KvPairs} KvPairs instance
         * @type {{
         *   (properties: agent.KvPairs.$Shape): agent.KvPairs & agent.KvPairs.$Shape;
         *   (properties?: agent.KvPairs.$Properties): agent.KvPairs;
         * }}
         */
        KvPairs.create = function(properties) {
            return new KvPairs(properties);
        };

        /**
         * Encodes the specified KvPairs message. Does not implicitly {@link agent.KvPairs.verify|verify} messages.
         * @function encode
         * @memberof agent.KvPairs
         * @static
         * @param {agent.KvPairs.$Properties} message KvPairs message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KvPairs.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.pairs != null && message.pairs.length)
                for (let i = 0; i < message.pairs.length; ++i)
                    $root.agent.KvPair.encode(message.pairs[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified KvPairs message, length delimited. Does not implicitly {@link agent.KvPairs.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.KvPairs
         * @static
         * @param {agent.KvPairs.$Properties} message KvPairs message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KvPairs.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a KvPairs message from the specified reader or buffer.
         * @function decode
         * @memberof agent.KvPairs
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.KvPairs & agent.KvPairs.$Shape} KvPairs
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KvPairs.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.KvPairs();
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
                        if (!(message.pairs && message.pairs.length))
                            message.pairs = [];
                        message.pairs.push($root.agent.KvPair.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a KvPairs message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.KvPairs
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.KvPairs & agent.KvPairs.$Shape} KvPairs
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KvPairs.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a KvPairs message.
         * @function verify
         * @memberof agent.KvPairs
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        KvPairs.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.pairs != null && $Object.hasOwnProperty.call(message, "pairs")) {
                if (!$Array.isArray(message.pairs))
                    return "pairs: array expected";
                for (let i = 0; i < message.pairs.length; ++i) {
                    let error = $root.agent.KvPair.verify(message.pairs[i], _depth + 1);
                    if (error)
                        return "pairs." + error;
                }
            }
            return null;
        };

        /**
         * Creates a KvPairs message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.KvPairs
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.KvPairs} KvPairs
         */
        KvPairs.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.KvPairs)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.KvPairs: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.KvPairs();
            if (object.pairs) {
                if (!$Array.isArray(object.pairs))
                    throw $TypeError(".agent.KvPairs.pairs: array expected");
                message.pairs = $Array(object.pairs.length);
                for (let i = 0; i < object.pairs.length; ++i) {
                    if (!$util.isObject(object.pairs[i]))
                        throw $TypeError(".agent.KvPairs.pairs: object expected");
                    message.pairs[i] = $root.agent.KvPair.fromObject(object.pairs[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a KvPairs message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.KvPairs
         * @static
         * @param {agent.KvPairs} message KvPairs
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        KvPairs.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.pairs = [];
            if (message.pairs && message.pairs.length) {
                object.pairs = $Array(message.pairs.length);
                for (let j = 0; j < message.pairs.length; ++j)
                    object.pairs[j] = $root.agent.KvPair.toObject(message.pairs[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this KvPairs to JSON.
         * @function toJSON
         * @memberof agent.KvPairs
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        KvPairs.prototype.toJSON = function() {
            return KvPairs.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for KvPairs
         * @function getTypeUrl
         * @memberof agent.KvPairs
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        KvPairs.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.KvPairs";
        };

        return KvPairs;
    })();

    agent.Keys = (function() {

        /**
         * Properties of a Keys.
         * @typedef {Object} agent.Keys.$Properties
         * @property {Array.<Uint8Array>|null} [keys] Keys keys
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Keys.
         * @memberof agent
         * @interface IKeys
         * @augments agent.Keys.$Properties
         * @deprecated Use agent.Keys.$Properties instead.
         */

        /**
         * Shape of a Keys.
         * @typedef {agent.Keys.$Properties} agent.Keys.$Shape
         */

        /**
         * Constructs a new Keys.
         * @memberof agent
         * @classdesc Represents a Keys.
         * @constructor
         * @param {agent.Keys.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Keys = function (properties) {
            this.keys = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Keys keys.
         * @member {Array.<Uint8Array>} keys
         * @memberof agent.Keys
         * @instance
         */
        Keys.prototype.keys = $util.emptyArray;

        /**
         * Creates a new Keys instance using the specified properties.
         * @function create
         * @memberof agent.Keys
         * @static
         * @param {agent.Keys.$Properties=} [properties] Properties to set
         * @returns {agent.Keys} Keys instance
         * @type {{
         *   (properties: agent.Keys.$Shape): agent.Keys & agent.Keys.$Shape;
         *   (properties?: agent.Keys.$Properties): agent.Keys;
         * }}
         */
        Keys.create = function(properties) {
            return new Keys(properties);
        };

        /**
         * Encodes the specified Keys message. Does not implicitly {@link agent.Keys.verify|verify} messages.
         * @function encode
         * @memberof agent.Keys
         * @static
         * @param {agent.Keys.$Properties} message Keys message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Keys.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.keys != null && message.keys.length)
                for (let i = 0; i < message.keys.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keys[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Keys message, length delimited. Does not implicitly {@link agent.Keys.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Keys
         * @static
         * @param {agent.Keys.$Properties} message Keys message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Keys.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Keys message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Keys
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Keys & agent.Keys.$Shape} Keys
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Keys.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Keys();
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
                        if (!(message.keys && message.keys.length))
                            message.keys = [];
                        message.keys.push(reader.bytes());
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

        /**
         * Decodes a Keys message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Keys
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Keys & agent.Keys.$Shape} Keys
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Keys.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Keys message.
         * @function verify
         * @memberof agent.Keys
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Keys.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.keys != null && $Object.hasOwnProperty.call(message, "keys")) {
                if (!$Array.isArray(message.keys))
                    return "keys: array expected";
                for (let i = 0; i < message.keys.length; ++i)
                    if (!(message.keys[i] && typeof message.keys[i].length === "number" || $util.isString(message.keys[i])))
                        return "keys: buffer[] expected";
            }
            return null;
        };

        /**
         * Creates a Keys message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Keys
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Keys} Keys
         */
        Keys.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Keys)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Keys: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Keys();
            if (object.keys) {
                if (!$Array.isArray(object.keys))
                    throw $TypeError(".agent.Keys.keys: array expected");
                message.keys = $Array(object.keys.length);
                for (let i = 0; i < object.keys.length; ++i)
                    if (typeof object.keys[i] === "string")
                        $util.base64.decode(object.keys[i], message.keys[i] = $util.newBuffer($util.base64.length(object.keys[i])), 0);
                    else if (object.keys[i].length >= 0)
                        message.keys[i] = object.keys[i];
            }
            return message;
        };

        /**
         * Creates a plain object from a Keys message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Keys
         * @static
         * @param {agent.Keys} message Keys
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Keys.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.keys = [];
            if (message.keys && message.keys.length) {
                object.keys = $Array(message.keys.length);
                for (let j = 0; j < message.keys.length; ++j)
                    object.keys[j] = options.bytes === $String ? $util.base64.encode(message.keys[j], 0, message.keys[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.keys[j]) : message.keys[j];
            }
            return object;
        };

        /**
         * Converts this Keys to JSON.
         * @function toJSON
         * @memberof agent.Keys
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Keys.prototype.toJSON = function() {
            return Keys.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Keys
         * @function getTypeUrl
         * @memberof agent.Keys
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Keys.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Keys";
        };

        return Keys;
    })();

    agent.NodesRequest = (function() {

        /**
         * Properties of a NodesRequest.
         * @typedef {Object} agent.NodesRequest.$Properties
         * @property {Object.<string,string>|null} [nodeMeta] NodesRequest nodeMeta
         * @property {string|null} [near] NodesRequest near
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NodesRequest.
         * @memberof agent
         * @interface INodesRequest
         * @augments agent.NodesRequest.$Properties
         * @deprecated Use agent.NodesRequest.$Properties instead.
         */

        /**
         * Shape of a NodesRequest.
         * @typedef {agent.NodesRequest.$Properties} agent.NodesRequest.$Shape
         */

        /**
         * Constructs a new NodesRequest.
         * @memberof agent
         * @classdesc Represents a NodesRequest.
         * @constructor
         * @param {agent.NodesRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NodesRequest = function (properties) {
            this.nodeMeta = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NodesRequest nodeMeta.
         * @member {Object.<string,string>} nodeMeta
         * @memberof agent.NodesRequest
         * @instance
         */
        NodesRequest.prototype.nodeMeta = $util.emptyObject;

        /**
         * NodesRequest near.
         * @member {string} near
         * @memberof agent.NodesRequest
         * @instance
         */
        NodesRequest.prototype.near = "";

        /**
         * Creates a new NodesRequest instance using the specified properties.
         * @function create
         * @memberof agent.NodesRequest
         * @static
         * @param {agent.NodesRequest.$Properties=} [properties] Properties to set
         * @returns {agent.NodesRequest} NodesRequest instance
         * @type {{
         *   (properties: agent.NodesRequest.$Shape): agent.NodesRequest & agent.NodesRequest.$Shape;
         *   (properties?: agent.NodesRequest.$Properties): agent.NodesRequest;
         * }}
         */
        NodesRequest.create = function(properties) {
            return new NodesRequest(properties);
        };

        /**
         * Encodes the specified NodesRequest message. Does not implicitly {@link agent.NodesRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.NodesRequest
         * @static
         * @param {agent.NodesRequest.$Properties} message NodesRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NodesRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.nodeMeta != null && $Object.hasOwnProperty.call(message, "nodeMeta"))
                for (let keys = $Object.keys(message.nodeMeta), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.nodeMeta[keys[i]]).ldelim();
            if (message.near != null && $Object.hasOwnProperty.call(message, "near") && message.near !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.near);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified NodesRequest message, length delimited. Does not implicitly {@link agent.NodesRequest.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.NodesRequest
         * @static
         * @param {agent.NodesRequest.$Properties} message NodesRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NodesRequest.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a NodesRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.NodesRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.NodesRequest & agent.NodesRequest.$Shape} NodesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NodesRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.agent.NodesRequest();
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
                        if (message.nodeMeta === $util.emptyObject)
                            message.nodeMeta = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.nodeMeta, key);
                        message.nodeMeta[key] = value;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.near = value;
                        else
                            delete message.near;
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

        /**
         * Decodes a NodesRequest message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.NodesRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.NodesRequest & agent.NodesRequest.$Shape} NodesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NodesRequest.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a NodesRequest message.
         * @function verify
         * @memberof agent.NodesRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        NodesRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.nodeMeta != null && $Object.hasOwnProperty.call(message, "nodeMeta")) {
                if (!$util.isObject(message.nodeMeta))
                    return "nodeMeta: object expected";
                let key = $Object.keys(message.nodeMeta);
                for (let i = 0; i < key.length; ++i)
                    if (!$util.isString(message.nodeMeta[key[i]]))
                        return "nodeMeta: string{k:string} expected";
            }
            if (message.near != null && $Object.hasOwnProperty.call(message, "near"))
                if (!$util.isString(message.near))
                    return "near: string expected";
            return null;
        };

        /**
         * Creates a NodesRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.NodesRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.NodesRequest} NodesRequest
         */
        NodesRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.NodesRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.NodesRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.NodesRequest();
            if (object.nodeMeta) {
                if (!$util.isObject(object.nodeMeta))
                    throw $TypeError(".agent.NodesRequest.nodeMeta: object expected");
                message.nodeMeta = {};
                for (let keys = $Object.keys(object.nodeMeta), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.nodeMeta, keys[i]);
                    message.nodeMeta[keys[i]] = $String(object.nodeMeta[keys[i]]);
                }
            }
            if (object.near != null)
                if (typeof object.near !== "string" || object.near.length)
                    message.near = $String(object.near);
            return message;
        };

        /**
         * Creates a plain object from a NodesRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.NodesRequest
         * @static
         * @param {agent.NodesRequest} message NodesRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        NodesRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.nodeMeta = {};
            if (options.defaults)
                object.near = "";
            let keys2;
            if (message.nodeMeta && (keys2 = $Object.keys(message.nodeMeta)).length) {
                object.nodeMeta = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.nodeMeta, keys2[j]);
                    object.nodeMeta[keys2[j]] = message.nodeMeta[keys2[j]];
                }
            }
            if (message.near != null && $Object.hasOwnProperty.call(message, "near"))
                object.near = message.near;
            return object;
        };

        /**
         * Converts this NodesRequest to JSON.
         * @function toJSON
         * @memberof agent.NodesRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        NodesRequest.prototype.toJSON = function() {
            return NodesRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for NodesRequest
         * @function getTypeUrl
         * @memberof agent.NodesRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        NodesRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.NodesRequest";
        };

        return NodesRequest;
    })();

    agent.NameRequest = (function() {

        /**
         * Properties of a NameRequest.
         * @typedef {Object} agent.NameRequest.$Properties
         * @property {string|null} [name] NameRequest name
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NameRequest.
         * @memberof agent
         * @interface INameRequest
         * @augments agent.NameRequest.$Properties
         * @deprecated Use agent.NameRequest.$Properties instead.
         */

        /**
         * Shape of a NameRequest.
         * @typedef {agent.NameRequest.$Properties} agent.NameRequest.$Shape
         */

        /**
         * Constructs a new NameRequest.
         * @memberof agent
         * @classdesc Represents a NameRequest.
         * @constructor
         * @param {agent.NameRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NameRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NameRequest name.
         * @member {string} name
         * @memberof agent.NameRequest
         * @instance
         */
        NameRequest.prototype.name = "";

        /**
         * Creates a new NameRequest instance using the specified properties.
         * @function create
         * @memberof agent.NameRequest
         * @static
         * @param {agent.NameRequest.$Properties=} [properties] Properties to set
         * @returns {agent.NameRequest} NameRequest instance
         * @type {{
         *   (properties: agent.NameRequest.$Shape): agent.NameRequest & agent.NameRequest.$Shape;
         *   (properties?: agent.NameRequest.$Properties): agent.NameRequest;
         * }}
         */
        NameRequest.create = function(properties) {
            return new NameRequest(properties);
        };

        /**
         * Encodes the specified NameRequest message. Does not implicitly {@link agent.NameRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.NameRequest
         * @static
         * @param {agent.NameRequest.$Properties} message NameRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NameRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified NameRequest message, length delimited. Does not implicitly {@link agent.NameRequest.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.NameRequest
         * @static
         * @param {agent.NameRequest.$Properties} message NameRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NameRequest.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a NameRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.NameRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.NameRequest & agent.NameRequest.$Shape} NameRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NameRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.NameRequest();
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
                            message.name = value;
                        else
                            delete message.name;
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

        /**
         * Decodes a NameRequest message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.NameRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.NameRequest & agent.NameRequest.$Shape} NameRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NameRequest.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a NameRequest message.
         * @function verify
         * @memberof agent.NameRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        NameRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            return null;
        };

        /**
         * Creates a NameRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.NameRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.NameRequest} NameRequest
         */
        NameRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.NameRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.NameRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.NameRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            return message;
        };

        /**
         * Creates a plain object from a NameRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.NameRequest
         * @static
         * @param {agent.NameRequest} message NameRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        NameRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.name = "";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            return object;
        };

        /**
         * Converts this NameRequest to JSON.
         * @function toJSON
         * @memberof agent.NameRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        NameRequest.prototype.toJSON = function() {
            return NameRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for NameRequest
         * @function getTypeUrl
         * @memberof agent.NameRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        NameRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.NameRequest";
        };

        return NameRequest;
    })();

    agent.ServiceRequest = (function() {

        /**
         * Properties of a ServiceRequest.
         * @typedef {Object} agent.ServiceRequest.$Properties
         * @property {string|null} [service] ServiceRequest service
         * @property {Array.<string>|null} [tags] ServiceRequest tags
         * @property {Object.<string,string>|null} [nodeMeta] ServiceRequest nodeMeta
         * @property {string|null} [near] ServiceRequest near
         * @property {boolean|null} [passingOnly] ServiceRequest passingOnly
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ServiceRequest.
         * @memberof agent
         * @interface IServiceRequest
         * @augments agent.ServiceRequest.$Properties
         * @deprecated Use agent.ServiceRequest.$Properties instead.
         */

        /**
         * Shape of a ServiceRequest.
         * @typedef {agent.ServiceRequest.$Properties} agent.ServiceRequest.$Shape
         */

        /**
         * Constructs a new ServiceRequest.
         * @memberof agent
         * @classdesc Represents a ServiceRequest.
         * @constructor
         * @param {agent.ServiceRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ServiceRequest = function (properties) {
            this.tags = [];
            this.nodeMeta = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ServiceRequest service.
         * @member {string} service
         * @memberof agent.ServiceRequest
         * @instance
         */
        ServiceRequest.prototype.service = "";

        /**
         * ServiceRequest tags.
         * @member {Array.<string>} tags
         * @memberof agent.ServiceRequest
         * @instance
         */
        ServiceRequest.prototype.tags = $util.emptyArray;

        /**
         * ServiceRequest nodeMeta.
         * @member {Object.<string,string>} nodeMeta
         * @memberof agent.ServiceRequest
         * @instance
         */
        ServiceRequest.prototype.nodeMeta = $util.emptyObject;

        /**
         * ServiceRequest near.
         * @member {string} near
         * @memberof agent.ServiceRequest
         * @instance
         */
        ServiceRequest.prototype.near = "";

        /**
         * ServiceRequest passingOnly.
         * @member {boolean} passingOnly
         * @memberof agent.ServiceRequest
         * @instance
         */
        ServiceRequest.prototype.passingOnly = false;

        /**
         * Creates a new ServiceRequest instance using the specified properties.
         * @function create
         * @memberof agent.ServiceRequest
         * @static
         * @param {agent.ServiceRequest.$Properties=} [properties] Properties to set
         * @returns {agent.ServiceRequest} ServiceRequest instance
         * @type {{
         *   (properties: agent.ServiceRequest.$Shape): agent.ServiceRequest & agent.ServiceRequest.$Shape;
         *   (properties?: agent.ServiceRequest.$Properties): agent.ServiceRequest;
         * }}
         */
        ServiceRequest.create = function(properties) {
            return new ServiceRequest(properties);
        };

        /**
         * Encodes the specified ServiceRequest message. Does not implicitly {@link agent.ServiceRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.ServiceRequest
         * @static
         * @param {agent.ServiceRequest.$Properties} message ServiceRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.service);
            if (message.tags != null && message.tags.length)
                for (let i = 0; i < message.tags.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.tags[i]);
            if (message.nodeMeta != null && $Object.hasOwnProperty.call(message, "nodeMeta"))
                for (let keys = $Object.keys(message.nodeMeta), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.nodeMeta[keys[i]]).ldelim();
            if (message.near != null && $Object.hasOwnProperty.call(message, "near") && message.near !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.near);
            if (message.passingOnly != null && $Object.hasOwnProperty.call(message, "passingOnly") && message.passingOnly !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.passingOnly);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified ServiceRequest message, length delimited. Does not implicitly {@link agent.ServiceRequest.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.ServiceRequest
         * @static
         * @param {agent.ServiceRequest.$Properties} message ServiceRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceRequest.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a ServiceRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.ServiceRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.ServiceRequest & agent.ServiceRequest.$Shape} ServiceRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.agent.ServiceRequest();
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
                            message.service = value;
                        else
                            delete message.service;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.tags && message.tags.length))
                            message.tags = [];
                        message.tags.push(reader.stringVerify());
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (message.nodeMeta === $util.emptyObject)
                            message.nodeMeta = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.nodeMeta, key);
                        message.nodeMeta[key] = value;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.near = value;
                        else
                            delete message.near;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.passingOnly = value;
                        else
                            delete message.passingOnly;
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

        /**
         * Decodes a ServiceRequest message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.ServiceRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.ServiceRequest & agent.ServiceRequest.$Shape} ServiceRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceRequest.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a ServiceRequest message.
         * @function verify
         * @memberof agent.ServiceRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ServiceRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                if (!$util.isString(message.service))
                    return "service: string expected";
            if (message.tags != null && $Object.hasOwnProperty.call(message, "tags")) {
                if (!$Array.isArray(message.tags))
                    return "tags: array expected";
                for (let i = 0; i < message.tags.length; ++i)
                    if (!$util.isString(message.tags[i]))
                        return "tags: string[] expected";
            }
            if (message.nodeMeta != null && $Object.hasOwnProperty.call(message, "nodeMeta")) {
                if (!$util.isObject(message.nodeMeta))
                    return "nodeMeta: object expected";
                let key = $Object.keys(message.nodeMeta);
                for (let i = 0; i < key.length; ++i)
                    if (!$util.isString(message.nodeMeta[key[i]]))
                        return "nodeMeta: string{k:string} expected";
            }
            if (message.near != null && $Object.hasOwnProperty.call(message, "near"))
                if (!$util.isString(message.near))
                    return "near: string expected";
            if (message.passingOnly != null && $Object.hasOwnProperty.call(message, "passingOnly"))
                if (typeof message.passingOnly !== "boolean")
                    return "passingOnly: boolean expected";
            return null;
        };

        /**
         * Creates a ServiceRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.ServiceRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.ServiceRequest} ServiceRequest
         */
        ServiceRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.ServiceRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.ServiceRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.ServiceRequest();
            if (object.service != null)
                if (typeof object.service !== "string" || object.service.length)
                    message.service = $String(object.service);
            if (object.tags) {
                if (!$Array.isArray(object.tags))
                    throw $TypeError(".agent.ServiceRequest.tags: array expected");
                message.tags = $Array(object.tags.length);
                for (let i = 0; i < object.tags.length; ++i)
                    message.tags[i] = $String(object.tags[i]);
            }
            if (object.nodeMeta) {
                if (!$util.isObject(object.nodeMeta))
                    throw $TypeError(".agent.ServiceRequest.nodeMeta: object expected");
                message.nodeMeta = {};
                for (let keys = $Object.keys(object.nodeMeta), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.nodeMeta, keys[i]);
                    message.nodeMeta[keys[i]] = $String(object.nodeMeta[keys[i]]);
                }
            }
            if (object.near != null)
                if (typeof object.near !== "string" || object.near.length)
                    message.near = $String(object.near);
            if (object.passingOnly != null)
                if (object.passingOnly)
                    message.passingOnly = $Boolean(object.passingOnly);
            return message;
        };

        /**
         * Creates a plain object from a ServiceRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.ServiceRequest
         * @static
         * @param {agent.ServiceRequest} message ServiceRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ServiceRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.tags = [];
            if (options.objects || options.defaults)
                object.nodeMeta = {};
            if (options.defaults) {
                object.service = "";
                object.near = "";
                object.passingOnly = false;
            }
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                object.service = message.service;
            if (message.tags && message.tags.length) {
                object.tags = $Array(message.tags.length);
                for (let j = 0; j < message.tags.length; ++j)
                    object.tags[j] = message.tags[j];
            }
            let keys2;
            if (message.nodeMeta && (keys2 = $Object.keys(message.nodeMeta)).length) {
                object.nodeMeta = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.nodeMeta, keys2[j]);
                    object.nodeMeta[keys2[j]] = message.nodeMeta[keys2[j]];
                }
            }
            if (message.near != null && $Object.hasOwnProperty.call(message, "near"))
                object.near = message.near;
            if (message.passingOnly != null && $Object.hasOwnProperty.call(message, "passingOnly"))
                object.passingOnly = message.passingOnly;
            return object;
        };

        /**
         * Converts this ServiceRequest to JSON.
         * @function toJSON
         * @memberof agent.ServiceRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ServiceRequest.prototype.toJSON = function() {
            return ServiceRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ServiceRequest
         * @function getTypeUrl
         * @memberof agent.ServiceRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ServiceRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.ServiceRequest";
        };

        return ServiceRequest;
    })();

    agent.ChecksRequest = (function() {

        /**
         * Properties of a ChecksRequest.
         * @typedef {Object} agent.ChecksRequest.$Properties
         * @property {string|null} [name] ChecksRequest name
         * @property {Object.<string,string>|null} [nodeMeta] ChecksRequest nodeMeta
         * @property {string|null} [near] ChecksRequest near
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ChecksRequest.
         * @memberof agent
         * @interface IChecksRequest
         * @augments agent.ChecksRequest.$Properties
         * @deprecated Use agent.ChecksRequest.$Properties instead.
         */

        /**
         * Shape of a ChecksRequest.
         * @typedef {agent.ChecksRequest.$Properties} agent.ChecksRequest.$Shape
         */

        /**
         * Constructs a new ChecksRequest.
         * @memberof agent
         * @classdesc Represents a ChecksRequest.
         * @constructor
         * @param {agent.ChecksRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ChecksRequest = function (properties) {
            this.nodeMeta = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ChecksRequest name.
         * @member {string} name
         * @memberof agent.ChecksRequest
         * @instance
         */
        ChecksRequest.prototype.name = "";

        /**
         * ChecksRequest nodeMeta.
         * @member {Object.<string,string>} nodeMeta
         * @memberof agent.ChecksRequest
         * @instance
         */
        ChecksRequest.prototype.nodeMeta = $util.emptyObject;

        /**
         * ChecksRequest near.
         * @member {string} near
         * @memberof agent.ChecksRequest
         * @instance
         */
        ChecksRequest.prototype.near = "";

        /**
         * Creates a new ChecksRequest instance using the specified properties.
         * @function create
         * @memberof agent.ChecksRequest
         * @static
         * @param {agent.ChecksRequest.$Properties=} [properties] Properties to set
         * @returns {agent.ChecksRequest} ChecksRequest instance
         * @type {{
         *   (properties: agent.ChecksRequest.$Shape): agent.ChecksRequest & agent.ChecksRequest.$Shape;
         *   (properties?: agent.ChecksRequest.$Properties): agent.ChecksRequest;
         * }}
         */
        ChecksRequest.create = function(properties) {
            return new ChecksRequest(properties);
        };

        /**
         * Encodes the specified ChecksRequest message. Does not implicitly {@link agent.ChecksRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.ChecksRequest
         * @static
         * @param {agent.ChecksRequest.$Properties} message ChecksRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ChecksRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.nodeMeta != null && $Object.hasOwnProperty.call(message, "nodeMeta"))
                for (let keys = $Object.keys(message.nodeMeta), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.nodeMeta[keys[i]]).ldelim();
            if (message.near != null && $Object.hasOwnProperty.call(message, "near") && message.near !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.near);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified ChecksRequest message, length delimited. Does not implicitly {@link agent.ChecksRequest.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.ChecksRequest
         * @static
         * @param {agent.ChecksRequest.$Properties} message ChecksRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ChecksRequest.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a ChecksRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.ChecksRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.ChecksRequest & agent.ChecksRequest.$Shape} ChecksRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ChecksRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.agent.ChecksRequest();
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
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (message.nodeMeta === $util.emptyObject)
                            message.nodeMeta = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.nodeMeta, key);
                        message.nodeMeta[key] = value;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.near = value;
                        else
                            delete message.near;
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

        /**
         * Decodes a ChecksRequest message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.ChecksRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.ChecksRequest & agent.ChecksRequest.$Shape} ChecksRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ChecksRequest.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a ChecksRequest message.
         * @function verify
         * @memberof agent.ChecksRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ChecksRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.nodeMeta != null && $Object.hasOwnProperty.call(message, "nodeMeta")) {
                if (!$util.isObject(message.nodeMeta))
                    return "nodeMeta: object expected";
                let key = $Object.keys(message.nodeMeta);
                for (let i = 0; i < key.length; ++i)
                    if (!$util.isString(message.nodeMeta[key[i]]))
                        return "nodeMeta: string{k:string} expected";
            }
            if (message.near != null && $Object.hasOwnProperty.call(message, "near"))
                if (!$util.isString(message.near))
                    return "near: string expected";
            return null;
        };

        /**
         * Creates a ChecksRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.ChecksRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.ChecksRequest} ChecksRequest
         */
        ChecksRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.ChecksRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.ChecksRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.ChecksRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.nodeMeta) {
                if (!$util.isObject(object.nodeMeta))
                    throw $TypeError(".agent.ChecksRequest.nodeMeta: object expected");
                message.nodeMeta = {};
                for (let keys = $Object.keys(object.nodeMeta), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.nodeMeta, keys[i]);
                    message.nodeMeta[keys[i]] = $String(object.nodeMeta[keys[i]]);
                }
            }
            if (object.near != null)
                if (typeof object.near !== "string" || object.near.length)
                    message.near = $String(object.near);
            return message;
        };

        /**
         * Creates a plain object from a ChecksRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.ChecksRequest
         * @static
         * @param {agent.ChecksRequest} message ChecksRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ChecksRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.nodeMeta = {};
            if (options.defaults) {
                object.name = "";
                object.near = "";
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            let keys2;
            if (message.nodeMeta && (keys2 = $Object.keys(message.nodeMeta)).length) {
                object.nodeMeta = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.nodeMeta, keys2[j]);
                    object.nodeMeta[keys2[j]] = message.nodeMeta[keys2[j]];
                }
            }
            if (message.near != null && $Object.hasOwnProperty.call(message, "near"))
                object.near = message.near;
            return object;
        };

        /**
         * Converts this ChecksRequest to JSON.
         * @function toJSON
         * @memberof agent.ChecksRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ChecksRequest.prototype.toJSON = function() {
            return ChecksRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ChecksRequest
         * @function getTypeUrl
         * @memberof agent.ChecksRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ChecksRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.ChecksRequest";
        };

        return ChecksRequest;
    })();

    agent.Nodes = (function() {

        /**
         * Properties of a Nodes.
         * @typedef {Object} agent.Nodes.$Properties
         * @property {Array.<agent.Node.$Properties>|null} [nodes] Nodes nodes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Nodes.
         * @memberof agent
         * @interface INodes
         * @augments agent.Nodes.$Properties
         * @deprecated Use agent.Nodes.$Properties instead.
         */

        /**
         * Shape of a Nodes.
         * @typedef {agent.Nodes.$Properties} agent.Nodes.$Shape
         */

        /**
         * Constructs a new Nodes.
         * @memberof agent
         * @classdesc Represents a Nodes.
         * @constructor
         * @param {agent.Nodes.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Nodes = function (properties) {
            this.nodes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Nodes nodes.
         * @member {Array.<agent.Node.$Properties>} nodes
         * @memberof agent.Nodes
         * @instance
         */
        Nodes.prototype.nodes = $util.emptyArray;

        /**
         * Creates a new Nodes instance using the specified properties.
         * @function create
         * @memberof agent.Nodes
         * @static
         * @param {agent.Nodes.$Properties=} [properties] Properties to set
         * @returns {agent.Nodes} Nodes instance
         * @type {{
         *   (properties: agent.Nodes.$Shape): agent.Nodes & agent.Nodes.$Shape;
         *   (properties?: agent.Nodes.$Properties): agent.Nodes;
         * }}
         */
        Nodes.create = function(properties) {
            return new Nodes(properties);
        };

        /**
         * Encodes the specified Nodes message. Does not implicitly {@link agent.Nodes.verify|verify} messages.
         * @function encode
         * @memberof agent.Nodes
         * @static
         * @param {agent.Nodes.$Properties} message Nodes message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Nodes.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.nodes != null && message.nodes.length)
                for (let i = 0; i < message.nodes.length; ++i)
                    $root.agent.Node.encode(message.nodes[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Nodes message, length delimited. Does not implicitly {@link agent.Nodes.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Nodes
         * @static
         * @param {agent.Nodes.$Properties} message Nodes message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Nodes.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Nodes message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Nodes
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Nodes & agent.Nodes.$Shape} Nodes
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Nodes.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Nodes();
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
                        if (!(message.nodes && message.nodes.length))
                            message.nodes = [];
                        message.nodes.push($root.agent.Node.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a Nodes message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Nodes
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Nodes & agent.Nodes.$Shape} Nodes
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Nodes.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Nodes message.
         * @function verify
         * @memberof agent.Nodes
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Nodes.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes")) {
                if (!$Array.isArray(message.nodes))
                    return "nodes: array expected";
                for (let i = 0; i < message.nodes.length; ++i) {
                    let error = $root.agent.Node.verify(message.nodes[i], _depth + 1);
                    if (error)
                        return "nodes." + error;
                }
            }
            return null;
        };

        /**
         * Creates a Nodes message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Nodes
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Nodes} Nodes
         */
        Nodes.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Nodes)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Nodes: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Nodes();
            if (object.nodes) {
                if (!$Array.isArray(object.nodes))
                    throw $TypeError(".agent.Nodes.nodes: array expected");
                message.nodes = $Array(object.nodes.length);
                for (let i = 0; i < object.nodes.length; ++i) {
                    if (!$util.isObject(object.nodes[i]))
                        throw $TypeError(".agent.Nodes.nodes: object expected");
                    message.nodes[i] = $root.agent.Node.fromObject(object.nodes[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a Nodes message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Nodes
         * @static
         * @param {agent.Nodes} message Nodes
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Nodes.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.nodes = [];
            if (message.nodes && message.nodes.length) {
                object.nodes = $Array(message.nodes.length);
                for (let j = 0; j < message.nodes.length; ++j)
                    object.nodes[j] = $root.agent.Node.toObject(message.nodes[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this Nodes to JSON.
         * @function toJSON
         * @memberof agent.Nodes
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Nodes.prototype.toJSON = function() {
            return Nodes.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Nodes
         * @function getTypeUrl
         * @memberof agent.Nodes
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Nodes.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Nodes";
        };

        return Nodes;
    })();

    agent.ServiceTags = (function() {

        /**
         * Properties of a ServiceTags.
         * @typedef {Object} agent.ServiceTags.$Properties
         * @property {string|null} [service] ServiceTags service
         * @property {Array.<string>|null} [tags] ServiceTags tags
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ServiceTags.
         * @memberof agent
         * @interface IServiceTags
         * @augments agent.ServiceTags.$Properties
         * @deprecated Use agent.ServiceTags.$Properties instead.
         */

        /**
         * Shape of a ServiceTags.
         * @typedef {agent.ServiceTags.$Properties} agent.ServiceTags.$Shape
         */

        /**
         * Constructs a new ServiceTags.
         * @memberof agent
         * @classdesc Represents a ServiceTags.
         * @constructor
         * @param {agent.ServiceTags.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ServiceTags = function (properties) {
            this.tags = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ServiceTags service.
         * @member {string} service
         * @memberof agent.ServiceTags
         * @instance
         */
        ServiceTags.prototype.service = "";

        /**
         * ServiceTags tags.
         * @member {Array.<string>} tags
         * @memberof agent.ServiceTags
         * @instance
         */
        ServiceTags.prototype.tags = $util.emptyArray;

        /**
         * Creates a new ServiceTags instance using the specified properties.
         * @function create
         * @memberof agent.ServiceTags
         * @static
         * @param {agent.ServiceTags.$Properties=} [properties] Properties to set
         * @returns {agent.ServiceTags} ServiceTags instance
         * @type {{
         *   (properties: agent.ServiceTags.$Shape): agent.ServiceTags & agent.ServiceTags.$Shape;
         *   (properties?: agent.ServiceTags.$Properties): agent.ServiceTags;
         * }}
         */
        ServiceTags.create = function(properties) {
            return new ServiceTags(properties);
        };

        /**
         * Encodes the specified ServiceTags message. Does not implicitly {@link agent.ServiceTags.verify|verify} messages.
         * @function encode
         * @memberof agent.ServiceTags
         * @static
         * @param {agent.ServiceTags.$Properties} message ServiceTags message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceTags.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.service);
            if (message.tags != null && message.tags.length)
                for (let i = 0; i < message.tags.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.tags[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified ServiceTags message, length delimited. Does not implicitly {@link agent.ServiceTags.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.ServiceTags
         * @static
         * @param {agent.ServiceTags.$Properties} message ServiceTags message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceTags.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a ServiceTags message from the specified reader or buffer.
         * @function decode
         * @memberof agent.ServiceTags
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.ServiceTags & agent.ServiceTags.$Shape} ServiceTags
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceTags.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.ServiceTags();
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
                            message.service = value;
                        else
                            delete message.service;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.tags && message.tags.length))
                            message.tags = [];
                        message.tags.push(reader.stringVerify());
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

        /**
         * Decodes a ServiceTags message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.ServiceTags
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.ServiceTags & agent.ServiceTags.$Shape} ServiceTags
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceTags.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a ServiceTags message.
         * @function verify
         * @memberof agent.ServiceTags
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ServiceTags.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                if (!$util.isString(message.service))
                    return "service: string expected";
            if (message.tags != null && $Object.hasOwnProperty.call(message, "tags")) {
                if (!$Array.isArray(message.tags))
                    return "tags: array expected";
                for (let i = 0; i < message.tags.length; ++i)
                    if (!$util.isString(message.tags[i]))
                        return "tags: string[] expected";
            }
            return null;
        };

        /**
         * Creates a ServiceTags message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.ServiceTags
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.ServiceTags} ServiceTags
         */
        ServiceTags.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.ServiceTags)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.ServiceTags: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.ServiceTags();
            if (object.service != null)
                if (typeof object.service !== "string" || object.service.length)
                    message.service = $String(object.service);
            if (object.tags) {
                if (!$Array.isArray(object.tags))
                    throw $TypeError(".agent.ServiceTags.tags: array expected");
                message.tags = $Array(object.tags.length);
                for (let i = 0; i < object.tags.length; ++i)
                    message.tags[i] = $String(object.tags[i]);
            }
            return message;
        };

        /**
         * Creates a plain object from a ServiceTags message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.ServiceTags
         * @static
         * @param {agent.ServiceTags} message ServiceTags
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ServiceTags.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.tags = [];
            if (options.defaults)
                object.service = "";
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                object.service = message.service;
            if (message.tags && message.tags.length) {
                object.tags = $Array(message.tags.length);
                for (let j = 0; j < message.tags.length; ++j)
                    object.tags[j] = message.tags[j];
            }
            return object;
        };

        /**
         * Converts this ServiceTags to JSON.
         * @function toJSON
         * @memberof agent.ServiceTags
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ServiceTags.prototype.toJSON = function() {
            return ServiceTags.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ServiceTags
         * @function getTypeUrl
         * @memberof agent.ServiceTags
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ServiceTags.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.ServiceTags";
        };

        return ServiceTags;
    })();

    agent.Services = (function() {

        /**
         * Properties of a Services.
         * @typedef {Object} agent.Services.$Properties
         * @property {Array.<agent.ServiceTags.$Properties>|null} [services] Services services
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Services.
         * @memberof agent
         * @interface IServices
         * @augments agent.Services.$Properties
         * @deprecated Use agent.Services.$Properties instead.
         */

        /**
         * Shape of a Services.
         * @typedef {agent.Services.$Properties} agent.Services.$Shape
         */

        /**
         * Constructs a new Services.
         * @memberof agent
         * @classdesc Represents a Services.
         * @constructor
         * @param {agent.Services.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Services = function (properties) {
            this.services = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Services services.
         * @member {Array.<agent.ServiceTags.$Properties>} services
         * @memberof agent.Services
         * @instance
         */
        Services.prototype.services = $util.emptyArray;

        /**
         * Creates a new Services instance using the specified properties.
         * @function create
         * @memberof agent.Services
         * @static
         * @param {agent.Services.$Properties=} [properties] Properties to set
         * @returns {agent.Services} Services instance
         * @type {{
         *   (properties: agent.Services.$Shape): agent.Services & agent.Services.$Shape;
         *   (properties?: agent.Services.$Properties): agent.Services;
         * }}
         */
        Services.create = function(properties) {
            return new Services(properties);
        };

        /**
         * Encodes the specified Services message. Does not implicitly {@link agent.Services.verify|verify} messages.
         * @function encode
         * @memberof agent.Services
         * @static
         * @param {agent.Services.$Properties} message Services message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Services.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.services != null && message.services.length)
                for (let i = 0; i < message.services.length; ++i)
                    $root.agent.ServiceTags.encode(message.services[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Services message, length delimited. Does not implicitly {@link agent.Services.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Services
         * @static
         * @param {agent.Services.$Properties} message Services message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Services.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Services message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Services
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Services & agent.Services.$Shape} Services
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Services.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Services();
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
                        if (!(message.services && message.services.length))
                            message.services = [];
                        message.services.push($root.agent.ServiceTags.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a Services message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Services
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Services & agent.Services.$Shape} Services
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Services.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Services message.
         * @function verify
         * @memberof agent.Services
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Services.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.services != null && $Object.hasOwnProperty.call(message, "services")) {
                if (!$Array.isArray(message.services))
                    return "services: array expected";
                for (let i = 0; i < message.services.length; ++i) {
                    let error = $root.agent.ServiceTags.verify(message.services[i], _depth + 1);
                    if (error)
                        return "services." + error;
                }
            }
            return null;
        };

        /**
         * Creates a Services message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Services
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Services} Services
         */
        Services.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Services)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Services: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Services();
            if (object.services) {
                if (!$Array.isArray(object.services))
                    throw $TypeError(".agent.Services.services: array expected");
                message.services = $Array(object.services.length);
                for (let i = 0; i < object.services.length; ++i) {
                    if (!$util.isObject(object.services[i]))
                        throw $TypeError(".agent.Services.services: object expected");
                    message.services[i] = $root.agent.ServiceTags.fromObject(object.services[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a Services message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Services
         * @static
         * @param {agent.Services} message Services
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Services.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.services = [];
            if (message.services && message.services.length) {
                object.services = $Array(message.services.length);
                for (let j = 0; j < message.services.length; ++j)
                    object.services[j] = $root.agent.ServiceTags.toObject(message.services[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this Services to JSON.
         * @function toJSON
         * @memberof agent.Services
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Services.prototype.toJSON = function() {
            return Services.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Services
         * @function getTypeUrl
         * @memberof agent.Services
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Services.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Services";
        };

        return Services;
    })();

    agent.ServiceInstance = (function() {

        /**
         * Properties of a ServiceInstance.
         * @typedef {Object} agent.ServiceInstance.$Properties
         * @property {agent.Node.$Properties|null} [node] ServiceInstance node
         * @property {agent.Service.$Properties|null} [service] ServiceInstance service
         * @property {Array.<agent.Check.$Properties>|null} [checks] ServiceInstance checks
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ServiceInstance.
         * @memberof agent
         * @interface IServiceInstance
         * @augments agent.ServiceInstance.$Properties
         * @deprecated Use agent.ServiceInstance.$Properties instead.
         */

        /**
         * Shape of a ServiceInstance.
         * @typedef {agent.ServiceInstance.$Properties} agent.ServiceInstance.$Shape
         */

        /**
         * Constructs a new ServiceInstance.
         * @memberof agent
         * @classdesc Represents a ServiceInstance.
         * @constructor
         * @param {agent.ServiceInstance.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ServiceInstance = function (properties) {
            this.checks = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ServiceInstance node.
         * @member {agent.Node.$Properties|null|undefined} node
         * @memberof agent.ServiceInstance
         * @instance
         */
        ServiceInstance.prototype.node = null;

        /**
         * ServiceInstance service.
         * @member {agent.Service.$Properties|null|undefined} service
         * @memberof agent.ServiceInstance
         * @instance
         */
        ServiceInstance.prototype.service = null;

        /**
         * ServiceInstance checks.
         * @member {Array.<agent.Check.$Properties>} checks
         * @memberof agent.ServiceInstance
         * @instance
         */
        ServiceInstance.prototype.checks = $util.emptyArray;

        /**
         * Creates a new ServiceInstance instance using the specified properties.
         * @function create
         * @memberof agent.ServiceInstance
         * @static
         * @param {agent.ServiceInstance.$Properties=} [properties] Properties to set
         * @returns {agent.ServiceInstance} ServiceInstance instance
         * @type {{
         *   (properties: agent.ServiceInstance.$Shape): agent.ServiceInstance & agent.ServiceInstance.$Shape;
         *   (properties?: agent.ServiceInstance.$Properties): agent.ServiceInstance;
         * }}
         */
        ServiceInstance.create = function(properties) {
            return new ServiceInstance(properties);
        };

        /**
         * Encodes the specified ServiceInstance message. Does not implicitly {@link agent.ServiceInstance.verify|verify} messages.
         * @function encode
         * @memberof agent.ServiceInstance
         * @static
         * @param {agent.ServiceInstance.$Properties} message ServiceInstance message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceInstance.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                $root.agent.Node.encode(message.node, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                $root.agent.Service.encode(message.service, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.checks != null && message.checks.length)
                for (let i = 0; i < message.checks.length; ++i)
                    $root.agent.Check.encode(message.checks[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified ServiceInstance message, length delimited. Does not implicitly {@link agent.ServiceInstance.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.ServiceInstance
         * @static
         * @param {agent.ServiceInstance.$Properties} message ServiceInstance message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceInstance.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a ServiceInstance message from the specified reader or buffer.
         * @function decode
         * @memberof agent.ServiceInstance
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.ServiceInstance & agent.ServiceInstance.$Shape} ServiceInstance
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceInstance.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.ServiceInstance();
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
                        message.node = $root.agent.Node.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.service = $root.agent.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.checks && message.checks.length))
                            message.checks = [];
                        message.checks.push($root.agent.Check.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a ServiceInstance message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.ServiceInstance
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.ServiceInstance & agent.ServiceInstance.$Shape} ServiceInstance
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceInstance.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a ServiceInstance message.
         * @function verify
         * @memberof agent.ServiceInstance
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ServiceInstance.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.node != null && $Object.hasOwnProperty.call(message, "node")) {
                let error = $root.agent.Node.verify(message.node, _depth + 1);
                if (error)
                    return "node." + error;
            }
            if (message.service != null && $Object.hasOwnProperty.call(message, "service")) {
                let error = $root.agent.Service.verify(message.service, _depth + 1);
                if (error)
                    return "service." + error;
            }
            if (message.checks != null && $Object.hasOwnProperty.call(message, "checks")) {
                if (!$Array.isArray(message.checks))
                    return "checks: array expected";
                for (let i = 0; i < message.checks.length; ++i) {
                    let error = $root.agent.Check.verify(message.checks[i], _depth + 1);
                    if (error)
                        return "checks." + error;
                }
            }
            return null;
        };

        /**
         * Creates a ServiceInstance message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.ServiceInstance
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.ServiceInstance} ServiceInstance
         */
        ServiceInstance.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.ServiceInstance)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.ServiceInstance: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.ServiceInstance();
            if (object.node != null) {
                if (!$util.isObject(object.node))
                    throw $TypeError(".agent.ServiceInstance.node: object expected");
                message.node = $root.agent.Node.fromObject(object.node, _depth + 1);
            }
            if (object.service != null) {
                if (!$util.isObject(object.service))
                    throw $TypeError(".agent.ServiceInstance.service: object expected");
                message.service = $root.agent.Service.fromObject(object.service, _depth + 1);
            }
            if (object.checks) {
                if (!$Array.isArray(object.checks))
                    throw $TypeError(".agent.ServiceInstance.checks: array expected");
                message.checks = $Array(object.checks.length);
                for (let i = 0; i < object.checks.length; ++i) {
                    if (!$util.isObject(object.checks[i]))
                        throw $TypeError(".agent.ServiceInstance.checks: object expected");
                    message.checks[i] = $root.agent.Check.fromObject(object.checks[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a ServiceInstance message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.ServiceInstance
         * @static
         * @param {agent.ServiceInstance} message ServiceInstance
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ServiceInstance.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.checks = [];
            if (options.defaults) {
                object.node = null;
                object.service = null;
            }
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                object.node = $root.agent.Node.toObject(message.node, options, _depth + 1);
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                object.service = $root.agent.Service.toObject(message.service, options, _depth + 1);
            if (message.checks && message.checks.length) {
                object.checks = $Array(message.checks.length);
                for (let j = 0; j < message.checks.length; ++j)
                    object.checks[j] = $root.agent.Check.toObject(message.checks[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this ServiceInstance to JSON.
         * @function toJSON
         * @memberof agent.ServiceInstance
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ServiceInstance.prototype.toJSON = function() {
            return ServiceInstance.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ServiceInstance
         * @function getTypeUrl
         * @memberof agent.ServiceInstance
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ServiceInstance.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.ServiceInstance";
        };

        return ServiceInstance;
    })();

    agent.ServiceInstances = (function() {

        /**
         * Properties of a ServiceInstances.
         * @typedef {Object} agent.ServiceInstances.$Properties
         * @property {Array.<agent.ServiceInstance.$Properties>|null} [instances] ServiceInstances instances
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ServiceInstances.
         * @memberof agent
         * @interface IServiceInstances
         * @augments agent.ServiceInstances.$Properties
         * @deprecated Use agent.ServiceInstances.$Properties instead.
         */

        /**
         * Shape of a ServiceInstances.
         * @typedef {agent.ServiceInstances.$Properties} agent.ServiceInstances.$Shape
         */

        /**
         * Constructs a new ServiceInstances.
         * @memberof agent
         * @classdesc Represents a ServiceInstances.
         * @constructor
         * @param {agent.ServiceInstances.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ServiceInstances = function (properties) {
            this.instances = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ServiceInstances instances.
         * @member {Array.<agent.ServiceInstance.$Properties>} instances
         * @memberof agent.ServiceInstances
         * @instance
         */
        ServiceInstances.prototype.instances = $util.emptyArray;

        /**
         * Creates a new ServiceInstances instance using the specified properties.
         * @function create
         * @memberof agent.ServiceInstances
         * @static
         * @param {agent.ServiceInstances.$Properties=} [properties] Properties to set
         * @returns {agent.ServiceInstances} ServiceInstances instance
         * @type {{
         *   (properties: agent.ServiceInstances.$Shape): agent.ServiceInstances & agent.ServiceInstances.$Shape;
         *   (properties?: agent.ServiceInstances.$Properties): agent.ServiceInstances;
         * }}
         */
        ServiceInstances.create = function(properties) {
            return new ServiceInstances(properties);
        };

        /**
         * Encodes the specified ServiceInstances message. Does not implicitly {@link agent.ServiceInstances.verify|verify} messages.
         * @function encode
         * @memberof agent.ServiceInstances
         * @static
         * @param {agent.ServiceInstances.$Properties} message ServiceInstances message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceInstances.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.instances != null && message.instances.length)
                for (let i = 0; i < message.instances.length; ++i)
                    $root.agent.ServiceInstance.encode(message.instances[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified ServiceInstances message, length delimited. Does not implicitly {@link agent.ServiceInstances.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.ServiceInstances
         * @static
         * @param {agent.ServiceInstances.$Properties} message ServiceInstances message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceInstances.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a ServiceInstances message from the specified reader or buffer.
         * @function decode
         * @memberof agent.ServiceInstances
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.ServiceInstances & agent.ServiceInstances.$Shape} ServiceInstances
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceInstances.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.ServiceInstances();
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
                        if (!(message.instances && message.instances.length))
                            message.instances = [];
                        message.instances.push($root.agent.ServiceInstance.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a ServiceInstances message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.ServiceInstances
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.ServiceInstances & agent.ServiceInstances.$Shape} ServiceInstances
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceInstances.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a ServiceInstances message.
         * @function verify
         * @memberof agent.ServiceInstances
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ServiceInstances.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.instances != null && $Object.hasOwnProperty.call(message, "instances")) {
                if (!$Array.isArray(message.instances))
                    return "instances: array expected";
                for (let i = 0; i < message.instances.length; ++i) {
                    let error = $root.agent.ServiceInstance.verify(message.instances[i], _depth + 1);
                    if (error)
                        return "instances." + error;
                }
            }
            return null;
        };

        /**
         * Creates a ServiceInstances message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.ServiceInstances
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.ServiceInstances} ServiceInstances
         */
        ServiceInstances.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.ServiceInstances)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.ServiceInstances: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.ServiceInstances();
            if (object.instances) {
                if (!$Array.isArray(object.instances))
                    throw $TypeError(".agent.ServiceInstances.instances: array expected");
                message.instances = $Array(object.instances.length);
                for (let i = 0; i < object.instances.length; ++i) {
                    if (!$util.isObject(object.instances[i]))
                        throw $TypeError(".agent.ServiceInstances.instances: object expected");
                    message.instances[i] = $root.agent.ServiceInstance.fromObject(object.instances[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a ServiceInstances message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.ServiceInstances
         * @static
         * @param {agent.ServiceInstances} message ServiceInstances
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ServiceInstances.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.instances = [];
            if (message.instances && message.instances.length) {
                object.instances = $Array(message.instances.length);
                for (let j = 0; j < message.instances.length; ++j)
                    object.instances[j] = $root.agent.ServiceInstance.toObject(message.instances[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this ServiceInstances to JSON.
         * @function toJSON
         * @memberof agent.ServiceInstances
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ServiceInstances.prototype.toJSON = function() {
            return ServiceInstances.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ServiceInstances
         * @function getTypeUrl
         * @memberof agent.ServiceInstances
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ServiceInstances.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.ServiceInstances";
        };

        return ServiceInstances;
    })();

    agent.NodeDump = (function() {

        /**
         * Properties of a NodeDump.
         * @typedef {Object} agent.NodeDump.$Properties
         * @property {agent.Node.$Properties|null} [node] NodeDump node
         * @property {Array.<agent.Service.$Properties>|null} [services] NodeDump services
         * @property {Array.<agent.Check.$Properties>|null} [checks] NodeDump checks
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NodeDump.
         * @memberof agent
         * @interface INodeDump
         * @augments agent.NodeDump.$Properties
         * @deprecated Use agent.NodeDump.$Properties instead.
         */

        /**
         * Shape of a NodeDump.
         * @typedef {agent.NodeDump.$Properties} agent.NodeDump.$Shape
         */

        /**
         * Constructs a new NodeDump.
         * @memberof agent
         * @classdesc Represents a NodeDump.
         * @constructor
         * @param {agent.NodeDump.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NodeDump = function (properties) {
            this.services = [];
            this.checks = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NodeDump node.
         * @member {agent.Node.$Properties|null|undefined} node
         * @memberof agent.NodeDump
         * @instance
         */
        NodeDump.prototype.node = null;

        /**
         * NodeDump services.
         * @member {Array.<agent.Service.$Properties>} services
         * @memberof agent.NodeDump
         * @instance
         */
        NodeDump.prototype.services = $util.emptyArray;

        /**
         * NodeDump checks.
         * @member {Array.<agent.Check.$Properties>} checks
         * @memberof agent.NodeDump
         * @instance
         */
        NodeDump.prototype.checks = $util.emptyArray;

        /**
         * Creates a new NodeDump instance using the specified properties.
         * @function create
         * @memberof agent.NodeDump
         * @static
         * @param {agent.NodeDump.$Properties=} [properties] Properties to set
         * @returns {agent.NodeDump} NodeDump instance
         * @type {{
         *   (properties: agent.NodeDump.$Shape): agent.NodeDump & agent.NodeDump.$Shape;
         *   (properties?: agent.NodeDump.$Properties): agent.NodeDump;
         * }}
         */
        NodeDump.create = function(properties) {
            return new NodeDump(properties);
        };

        /**
         * Encodes the specified NodeDump message. Does not implicitly {@link agent.NodeDump.verify|verify} messages.
         * @function encode
         * @memberof agent.NodeDump
         * @static
         * @param {agent.NodeDump.$Properties} message NodeDump message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NodeDump.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                $root.agent.Node.encode(message.node, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.services != null && message.services.length)
                for (let i = 0; i < message.services.length; ++i)
                    $root.agent.Service.encode(message.services[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.checks != null && message.checks.length)
                for (let i = 0; i < message.checks.length; ++i)
                    $root.agent.Check.encode(message.checks[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified NodeDump message, length delimited. Does not implicitly {@link agent.NodeDump.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.NodeDump
         * @static
         * @param {agent.NodeDump.$Properties} message NodeDump message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NodeDump.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a NodeDump message from the specified reader or buffer.
         * @function decode
         * @memberof agent.NodeDump
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.NodeDump & agent.NodeDump.$Shape} NodeDump
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NodeDump.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.NodeDump();
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
                        message.node = $root.agent.Node.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.services && message.services.length))
                            message.services = [];
                        message.services.push($root.agent.Service.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.checks && message.checks.length))
                            message.checks = [];
                        message.checks.push($root.agent.Check.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a NodeDump message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.NodeDump
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.NodeDump & agent.NodeDump.$Shape} NodeDump
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NodeDump.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a NodeDump message.
         * @function verify
         * @memberof agent.NodeDump
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        NodeDump.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.node != null && $Object.hasOwnProperty.call(message, "node")) {
                let error = $root.agent.Node.verify(message.node, _depth + 1);
                if (error)
                    return "node." + error;
            }
            if (message.services != null && $Object.hasOwnProperty.call(message, "services")) {
                if (!$Array.isArray(message.services))
                    return "services: array expected";
                for (let i = 0; i < message.services.length; ++i) {
                    let error = $root.agent.Service.verify(message.services[i], _depth + 1);
                    if (error)
                        return "services." + error;
                }
            }
            if (message.checks != null && $Object.hasOwnProperty.call(message, "checks")) {
                if (!$Array.isArray(message.checks))
                    return "checks: array expected";
                for (let i = 0; i < message.checks.length; ++i) {
                    let error = $root.agent.Check.verify(message.checks[i], _depth + 1);
                    if (error)
                        return "checks." + error;
                }
            }
            return null;
        };

        /**
         * Creates a NodeDump message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.NodeDump
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.NodeDump} NodeDump
         */
        NodeDump.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.NodeDump)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.NodeDump: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.NodeDump();
            if (object.node != null) {
                if (!$util.isObject(object.node))
                    throw $TypeError(".agent.NodeDump.node: object expected");
                message.node = $root.agent.Node.fromObject(object.node, _depth + 1);
            }
            if (object.services) {
                if (!$Array.isArray(object.services))
                    throw $TypeError(".agent.NodeDump.services: array expected");
                message.services = $Array(object.services.length);
                for (let i = 0; i < object.services.length; ++i) {
                    if (!$util.isObject(object.services[i]))
                        throw $TypeError(".agent.NodeDump.services: object expected");
                    message.services[i] = $root.agent.Service.fromObject(object.services[i], _depth + 1);
                }
            }
            if (object.checks) {
                if (!$Array.isArray(object.checks))
                    throw $TypeError(".agent.NodeDump.checks: array expected");
                message.checks = $Array(object.checks.length);
                for (let i = 0; i < object.checks.length; ++i) {
                    if (!$util.isObject(object.checks[i]))
                        throw $TypeError(".agent.NodeDump.checks: object expected");
                    message.checks[i] = $root.agent.Check.fromObject(object.checks[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a NodeDump message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.NodeDump
         * @static
         * @param {agent.NodeDump} message NodeDump
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        NodeDump.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.services = [];
                object.checks = [];
            }
            if (options.defaults)
                object.node = null;
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                object.node = $root.agent.Node.toObject(message.node, options, _depth + 1);
            if (message.services && message.services.length) {
                object.services = $Array(message.services.length);
                for (let j = 0; j < message.services.length; ++j)
                    object.services[j] = $root.agent.Service.toObject(message.services[j], options, _depth + 1);
            }
            if (message.checks && message.checks.length) {
                object.checks = $Array(message.checks.length);
                for (let j = 0; j < message.checks.length; ++j)
                    object.checks[j] = $root.agent.Check.toObject(message.checks[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this NodeDump to JSON.
         * @function toJSON
         * @memberof agent.NodeDump
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        NodeDump.prototype.toJSON = function() {
            return NodeDump.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for NodeDump
         * @function getTypeUrl
         * @memberof agent.NodeDump
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        NodeDump.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.NodeDump";
        };

        return NodeDump;
    })();

    agent.FoundNode = (function() {

        /**
         * Properties of a FoundNode.
         * @typedef {Object} agent.FoundNode.$Properties
         * @property {agent.NodeDump.$Properties|null} [node] FoundNode node
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FoundNode.
         * @memberof agent
         * @interface IFoundNode
         * @augments agent.FoundNode.$Properties
         * @deprecated Use agent.FoundNode.$Properties instead.
         */

        /**
         * Shape of a FoundNode.
         * @typedef {agent.FoundNode.$Properties} agent.FoundNode.$Shape
         */

        /**
         * Constructs a new FoundNode.
         * @memberof agent
         * @classdesc Represents a FoundNode.
         * @constructor
         * @param {agent.FoundNode.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FoundNode = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FoundNode node.
         * @member {agent.NodeDump.$Properties|null|undefined} node
         * @memberof agent.FoundNode
         * @instance
         */
        FoundNode.prototype.node = null;

        /**
         * Creates a new FoundNode instance using the specified properties.
         * @function create
         * @memberof agent.FoundNode
         * @static
         * @param {agent.FoundNode.$Properties=} [properties] Properties to set
         * @returns {agent.FoundNode} FoundNode instance
         * @type {{
         *   (properties: agent.FoundNode.$Shape): agent.FoundNode & agent.FoundNode.$Shape;
         *   (properties?: agent.FoundNode.$Properties): agent.FoundNode;
         * }}
         */
        FoundNode.create = function(properties) {
            return new FoundNode(properties);
        };

        /**
         * Encodes the specified FoundNode message. Does not implicitly {@link agent.FoundNode.verify|verify} messages.
         * @function encode
         * @memberof agent.FoundNode
         * @static
         * @param {agent.FoundNode.$Properties} message FoundNode message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FoundNode.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                $root.agent.NodeDump.encode(message.node, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified FoundNode message, length delimited. Does not implicitly {@link agent.FoundNode.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.FoundNode
         * @static
         * @param {agent.FoundNode.$Properties} message FoundNode message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FoundNode.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a FoundNode message from the specified reader or buffer.
         * @function decode
         * @memberof agent.FoundNode
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.FoundNode & agent.FoundNode.$Shape} FoundNode
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FoundNode.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.FoundNode();
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
                        message.node = $root.agent.NodeDump.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
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

        /**
         * Decodes a FoundNode message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.FoundNode
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.FoundNode & agent.FoundNode.$Shape} FoundNode
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FoundNode.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a FoundNode message.
         * @function verify
         * @memberof agent.FoundNode
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        FoundNode.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.node != null && $Object.hasOwnProperty.call(message, "node")) {
                let error = $root.agent.NodeDump.verify(message.node, _depth + 1);
                if (error)
                    return "node." + error;
            }
            return null;
        };

        /**
         * Creates a FoundNode message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.FoundNode
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.FoundNode} FoundNode
         */
        FoundNode.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.FoundNode)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.FoundNode: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.FoundNode();
            if (object.node != null) {
                if (!$util.isObject(object.node))
                    throw $TypeError(".agent.FoundNode.node: object expected");
                message.node = $root.agent.NodeDump.fromObject(object.node, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a FoundNode message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.FoundNode
         * @static
         * @param {agent.FoundNode} message FoundNode
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        FoundNode.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.node = null;
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                object.node = $root.agent.NodeDump.toObject(message.node, options, _depth + 1);
            return object;
        };

        /**
         * Converts this FoundNode to JSON.
         * @function toJSON
         * @memberof agent.FoundNode
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        FoundNode.prototype.toJSON = function() {
            return FoundNode.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for FoundNode
         * @function getTypeUrl
         * @memberof agent.FoundNode
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        FoundNode.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.FoundNode";
        };

        return FoundNode;
    })();

    agent.NodeDumps = (function() {

        /**
         * Properties of a NodeDumps.
         * @typedef {Object} agent.NodeDumps.$Properties
         * @property {Array.<agent.NodeDump.$Properties>|null} [nodes] NodeDumps nodes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NodeDumps.
         * @memberof agent
         * @interface INodeDumps
         * @augments agent.NodeDumps.$Properties
         * @deprecated Use agent.NodeDumps.$Properties instead.
         */

        /**
         * Shape of a NodeDumps.
         * @typedef {agent.NodeDumps.$Properties} agent.NodeDumps.$Shape
         */

        /**
         * Constructs a new NodeDumps.
         * @memberof agent
         * @classdesc Represents a NodeDumps.
         * @constructor
         * @param {agent.NodeDumps.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NodeDumps = function (properties) {
            this.nodes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NodeDumps nodes.
         * @member {Array.<agent.NodeDump.$Properties>} nodes
         * @memberof agent.NodeDumps
         * @instance
         */
        NodeDumps.prototype.nodes = $util.emptyArray;

        /**
         * Creates a new NodeDumps instance using the specified properties.
         * @function create
         * @memberof agent.NodeDumps
         * @static
         * @param {agent.NodeDumps.$Properties=} [properties] Properties to set
         * @returns {agent.NodeDumps} NodeDumps instance
         * @type {{
         *   (properties: agent.NodeDumps.$Shape): agent.NodeDumps & agent.NodeDumps.$Shape;
         *   (properties?: agent.NodeDumps.$Properties): agent.NodeDumps;
         * }}
         */
        NodeDumps.create = function(properties) {
            return new NodeDumps(properties);
        };

        /**
         * Encodes the specified NodeDumps message. Does not implicitly {@link agent.NodeDumps.verify|verify} messages.
         * @function encode
         * @memberof agent.NodeDumps
         * @static
         * @param {agent.NodeDumps.$Properties} message NodeDumps message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NodeDumps.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.nodes != null && message.nodes.length)
                for (let i = 0; i < message.nodes.length; ++i)
                    $root.agent.NodeDump.encode(message.nodes[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified NodeDumps message, length delimited. Does not implicitly {@link agent.NodeDumps.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.NodeDumps
         * @static
         * @param {agent.NodeDumps.$Properties} message NodeDumps message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NodeDumps.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a NodeDumps message from the specified reader or buffer.
         * @function decode
         * @memberof agent.NodeDumps
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.NodeDumps & agent.NodeDumps.$Shape} NodeDumps
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NodeDumps.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.NodeDumps();
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
                        if (!(message.nodes && message.nodes.length))
                            message.nodes = [];
                        message.nodes.push($root.agent.NodeDump.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a NodeDumps message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.NodeDumps
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.NodeDumps & agent.NodeDumps.$Shape} NodeDumps
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NodeDumps.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a NodeDumps message.
         * @function verify
         * @memberof agent.NodeDumps
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        NodeDumps.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes")) {
                if (!$Array.isArray(message.nodes))
                    return "nodes: array expected";
                for (let i = 0; i < message.nodes.length; ++i) {
                    let error = $root.agent.NodeDump.verify(message.nodes[i], _depth + 1);
                    if (error)
                        return "nodes." + error;
                }
            }
            return null;
        };

        /**
         * Creates a NodeDumps message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.NodeDumps
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.NodeDumps} NodeDumps
         */
        NodeDumps.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.NodeDumps)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.NodeDumps: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.NodeDumps();
            if (object.nodes) {
                if (!$Array.isArray(object.nodes))
                    throw $TypeError(".agent.NodeDumps.nodes: array expected");
                message.nodes = $Array(object.nodes.length);
                for (let i = 0; i < object.nodes.length; ++i) {
                    if (!$util.isObject(object.nodes[i]))
                        throw $TypeError(".agent.NodeDumps.nodes: object expected");
                    message.nodes[i] = $root.agent.NodeDump.fromObject(object.nodes[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a NodeDumps message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.NodeDumps
         * @static
         * @param {agent.NodeDumps} message NodeDumps
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        NodeDumps.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.nodes = [];
            if (message.nodes && message.nodes.length) {
                object.nodes = $Array(message.nodes.length);
                for (let j = 0; j < message.nodes.length; ++j)
                    object.nodes[j] = $root.agent.NodeDump.toObject(message.nodes[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this NodeDumps to JSON.
         * @function toJSON
         * @memberof agent.NodeDumps
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        NodeDumps.prototype.toJSON = function() {
            return NodeDumps.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for NodeDumps
         * @function getTypeUrl
         * @memberof agent.NodeDumps
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        NodeDumps.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.NodeDumps";
        };

        return NodeDumps;
    })();

    agent.Checks = (function() {

        /**
         * Properties of a Checks.
         * @typedef {Object} agent.Checks.$Properties
         * @property {Array.<agent.Check.$Properties>|null} [checks] Checks checks
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Checks.
         * @memberof agent
         * @interface IChecks
         * @augments agent.Checks.$Properties
         * @deprecated Use agent.Checks.$Properties instead.
         */

        /**
         * Shape of a Checks.
         * @typedef {agent.Checks.$Properties} agent.Checks.$Shape
         */

        /**
         * Constructs a new Checks.
         * @memberof agent
         * @classdesc Represents a Checks.
         * @constructor
         * @param {agent.Checks.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Checks = function (properties) {
            this.checks = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Checks checks.
         * @member {Array.<agent.Check.$Properties>} checks
         * @memberof agent.Checks
         * @instance
         */
        Checks.prototype.checks = $util.emptyArray;

        /**
         * Creates a new Checks instance using the specified properties.
         * @function create
         * @memberof agent.Checks
         * @static
         * @param {agent.Checks.$Properties=} [properties] Properties to set
         * @returns {agent.Checks} Checks instance
         * @type {{
         *   (properties: agent.Checks.$Shape): agent.Checks & agent.Checks.$Shape;
         *   (properties?: agent.Checks.$Properties): agent.Checks;
         * }}
         */
        Checks.create = function(properties) {
            return new Checks(properties);
        };

        /**
         * Encodes the specified Checks message. Does not implicitly {@link agent.Checks.verify|verify} messages.
         * @function encode
         * @memberof agent.Checks
         * @static
         * @param {agent.Checks.$Properties} message Checks message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Checks.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.checks != null && message.checks.length)
                for (let i = 0; i < message.checks.length; ++i)
                    $root.agent.Check.encode(message.checks[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Checks message, length delimited. Does not implicitly {@link agent.Checks.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Checks
         * @static
         * @param {agent.Checks.$Properties} message Checks message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Checks.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Checks message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Checks
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Checks & agent.Checks.$Shape} Checks
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Checks.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Checks();
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
                        if (!(message.checks && message.checks.length))
                            message.checks = [];
                        message.checks.push($root.agent.Check.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a Checks message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Checks
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Checks & agent.Checks.$Shape} Checks
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Checks.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Checks message.
         * @function verify
         * @memberof agent.Checks
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Checks.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.checks != null && $Object.hasOwnProperty.call(message, "checks")) {
                if (!$Array.isArray(message.checks))
                    return "checks: array expected";
                for (let i = 0; i < message.checks.length; ++i) {
                    let error = $root.agent.Check.verify(message.checks[i], _depth + 1);
                    if (error)
                        return "checks." + error;
                }
            }
            return null;
        };

        /**
         * Creates a Checks message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Checks
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Checks} Checks
         */
        Checks.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Checks)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Checks: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Checks();
            if (object.checks) {
                if (!$Array.isArray(object.checks))
                    throw $TypeError(".agent.Checks.checks: array expected");
                message.checks = $Array(object.checks.length);
                for (let i = 0; i < object.checks.length; ++i) {
                    if (!$util.isObject(object.checks[i]))
                        throw $TypeError(".agent.Checks.checks: object expected");
                    message.checks[i] = $root.agent.Check.fromObject(object.checks[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a Checks message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Checks
         * @static
         * @param {agent.Checks} message Checks
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Checks.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.checks = [];
            if (message.checks && message.checks.length) {
                object.checks = $Array(message.checks.length);
                for (let j = 0; j < message.checks.length; ++j)
                    object.checks[j] = $root.agent.Check.toObject(message.checks[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this Checks to JSON.
         * @function toJSON
         * @memberof agent.Checks
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Checks.prototype.toJSON = function() {
            return Checks.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Checks
         * @function getTypeUrl
         * @memberof agent.Checks
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Checks.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Checks";
        };

        return Checks;
    })();

    agent.Areas = (function() {

        /**
         * Properties of an Areas.
         * @typedef {Object} agent.Areas.$Properties
         * @property {Array.<agent.Area.$Properties>|null} [areas] Areas areas
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Areas.
         * @memberof agent
         * @interface IAreas
         * @augments agent.Areas.$Properties
         * @deprecated Use agent.Areas.$Properties instead.
         */

        /**
         * Shape of an Areas.
         * @typedef {agent.Areas.$Properties} agent.Areas.$Shape
         */

        /**
         * Constructs a new Areas.
         * @memberof agent
         * @classdesc Represents an Areas.
         * @constructor
         * @param {agent.Areas.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Areas = function (properties) {
            this.areas = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Areas areas.
         * @member {Array.<agent.Area.$Properties>} areas
         * @memberof agent.Areas
         * @instance
         */
        Areas.prototype.areas = $util.emptyArray;

        /**
         * Creates a new Areas instance using the specified properties.
         * @function create
         * @memberof agent.Areas
         * @static
         * @param {agent.Areas.$Properties=} [properties] Properties to set
         * @returns {agent.Areas} Areas instance
         * @type {{
         *   (properties: agent.Areas.$Shape): agent.Areas & agent.Areas.$Shape;
         *   (properties?: agent.Areas.$Properties): agent.Areas;
         * }}
         */
        Areas.create = function(properties) {
            return new Areas(properties);
        };

        /**
         * Encodes the specified Areas message. Does not implicitly {@link agent.Areas.verify|verify} messages.
         * @function encode
         * @memberof agent.Areas
         * @static
         * @param {agent.Areas.$Properties} message Areas message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Areas.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.areas != null && message.areas.length)
                for (let i = 0; i < message.areas.length; ++i)
                    $root.agent.Area.encode(message.areas[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Areas message, length delimited. Does not implicitly {@link agent.Areas.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Areas
         * @static
         * @param {agent.Areas.$Properties} message Areas message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Areas.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes an Areas message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Areas
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Areas & agent.Areas.$Shape} Areas
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Areas.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Areas();
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
                        if (!(message.areas && message.areas.length))
                            message.areas = [];
                        message.areas.push($root.agent.Area.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes an Areas message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Areas
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Areas & agent.Areas.$Shape} Areas
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Areas.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies an Areas message.
         * @function verify
         * @memberof agent.Areas
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Areas.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.areas != null && $Object.hasOwnProperty.call(message, "areas")) {
                if (!$Array.isArray(message.areas))
                    return "areas: array expected";
                for (let i = 0; i < message.areas.length; ++i) {
                    let error = $root.agent.Area.verify(message.areas[i], _depth + 1);
                    if (error)
                        return "areas." + error;
                }
            }
            return null;
        };

        /**
         * Creates an Areas message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Areas
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Areas} Areas
         */
        Areas.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Areas)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Areas: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Areas();
            if (object.areas) {
                if (!$Array.isArray(object.areas))
                    throw $TypeError(".agent.Areas.areas: array expected");
                message.areas = $Array(object.areas.length);
                for (let i = 0; i < object.areas.length; ++i) {
                    if (!$util.isObject(object.areas[i]))
                        throw $TypeError(".agent.Areas.areas: object expected");
                    message.areas[i] = $root.agent.Area.fromObject(object.areas[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from an Areas message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Areas
         * @static
         * @param {agent.Areas} message Areas
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Areas.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.areas = [];
            if (message.areas && message.areas.length) {
                object.areas = $Array(message.areas.length);
                for (let j = 0; j < message.areas.length; ++j)
                    object.areas[j] = $root.agent.Area.toObject(message.areas[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this Areas to JSON.
         * @function toJSON
         * @memberof agent.Areas
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Areas.prototype.toJSON = function() {
            return Areas.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Areas
         * @function getTypeUrl
         * @memberof agent.Areas
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Areas.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Areas";
        };

        return Areas;
    })();

    agent.CoordinatesRequest = (function() {

        /**
         * Properties of a CoordinatesRequest.
         * @typedef {Object} agent.CoordinatesRequest.$Properties
         * @property {string|null} [segment] CoordinatesRequest segment
         * @property {boolean|null} [isSegmentGiven] CoordinatesRequest isSegmentGiven
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CoordinatesRequest.
         * @memberof agent
         * @interface ICoordinatesRequest
         * @augments agent.CoordinatesRequest.$Properties
         * @deprecated Use agent.CoordinatesRequest.$Properties instead.
         */

        /**
         * Shape of a CoordinatesRequest.
         * @typedef {agent.CoordinatesRequest.$Properties} agent.CoordinatesRequest.$Shape
         */

        /**
         * Constructs a new CoordinatesRequest.
         * @memberof agent
         * @classdesc Represents a CoordinatesRequest.
         * @constructor
         * @param {agent.CoordinatesRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CoordinatesRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CoordinatesRequest segment.
         * @member {string} segment
         * @memberof agent.CoordinatesRequest
         * @instance
         */
        CoordinatesRequest.prototype.segment = "";

        /**
         * CoordinatesRequest isSegmentGiven.
         * @member {boolean} isSegmentGiven
         * @memberof agent.CoordinatesRequest
         * @instance
         */
        CoordinatesRequest.prototype.isSegmentGiven = false;

        /**
         * Creates a new CoordinatesRequest instance using the specified properties.
         * @function create
         * @memberof agent.CoordinatesRequest
         * @static
         * @param {agent.CoordinatesRequest.$Properties=} [properties] Properties to set
         * @returns {agent.CoordinatesRequest} CoordinatesRequest instance
         * @type {{
         *   (properties: agent.CoordinatesRequest.$Shape): agent.CoordinatesRequest & agent.CoordinatesRequest.$Shape;
         *   (properties?: agent.CoordinatesRequest.$Properties): agent.CoordinatesRequest;
         * }}
         */
        CoordinatesRequest.create = function(properties) {
            return new CoordinatesRequest(properties);
        };

        /**
         * Encodes the specified CoordinatesRequest message. Does not implicitly {@link agent.CoordinatesRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.CoordinatesRequest
         * @static
         * @param {agent.CoordinatesRequest.$Properties} message CoordinatesRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CoordinatesRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.segment != null && $Object.hasOwnProperty.call(message, "segment") && message.segment !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.segment);
            if (message.isSegmentGiven != null && $Object.hasOwnProperty.call(message, "isSegmentGiven") && message.isSegmentGiven !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.isSegmentGiven);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified CoordinatesRequest message, length delimited. Does not implicitly {@link agent.CoordinatesRequest.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.CoordinatesRequest
         * @static
         * @param {agent.CoordinatesRequest.$Properties} message CoordinatesRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CoordinatesRequest.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a CoordinatesRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.CoordinatesRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.CoordinatesRequest & agent.CoordinatesRequest.$Shape} CoordinatesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CoordinatesRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.CoordinatesRequest();
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
                            message.segment = value;
                        else
                            delete message.segment;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isSegmentGiven = value;
                        else
                            delete message.isSegmentGiven;
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

        /**
         * Decodes a CoordinatesRequest message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.CoordinatesRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.CoordinatesRequest & agent.CoordinatesRequest.$Shape} CoordinatesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CoordinatesRequest.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a CoordinatesRequest message.
         * @function verify
         * @memberof agent.CoordinatesRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        CoordinatesRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.segment != null && $Object.hasOwnProperty.call(message, "segment"))
                if (!$util.isString(message.segment))
                    return "segment: string expected";
            if (message.isSegmentGiven != null && $Object.hasOwnProperty.call(message, "isSegmentGiven"))
                if (typeof message.isSegmentGiven !== "boolean")
                    return "isSegmentGiven: boolean expected";
            return null;
        };

        /**
         * Creates a CoordinatesRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.CoordinatesRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.CoordinatesRequest} CoordinatesRequest
         */
        CoordinatesRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.CoordinatesRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.CoordinatesRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.CoordinatesRequest();
            if (object.segment != null)
                if (typeof object.segment !== "string" || object.segment.length)
                    message.segment = $String(object.segment);
            if (object.isSegmentGiven != null)
                if (object.isSegmentGiven)
                    message.isSegmentGiven = $Boolean(object.isSegmentGiven);
            return message;
        };

        /**
         * Creates a plain object from a CoordinatesRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.CoordinatesRequest
         * @static
         * @param {agent.CoordinatesRequest} message CoordinatesRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        CoordinatesRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.segment = "";
                object.isSegmentGiven = false;
            }
            if (message.segment != null && $Object.hasOwnProperty.call(message, "segment"))
                object.segment = message.segment;
            if (message.isSegmentGiven != null && $Object.hasOwnProperty.call(message, "isSegmentGiven"))
                object.isSegmentGiven = message.isSegmentGiven;
            return object;
        };

        /**
         * Converts this CoordinatesRequest to JSON.
         * @function toJSON
         * @memberof agent.CoordinatesRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        CoordinatesRequest.prototype.toJSON = function() {
            return CoordinatesRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for CoordinatesRequest
         * @function getTypeUrl
         * @memberof agent.CoordinatesRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        CoordinatesRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.CoordinatesRequest";
        };

        return CoordinatesRequest;
    })();

    agent.Coordinates = (function() {

        /**
         * Properties of a Coordinates.
         * @typedef {Object} agent.Coordinates.$Properties
         * @property {Array.<agent.Coordinate.$Properties>|null} [coordinates] Coordinates coordinates
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Coordinates.
         * @memberof agent
         * @interface ICoordinates
         * @augments agent.Coordinates.$Properties
         * @deprecated Use agent.Coordinates.$Properties instead.
         */

        /**
         * Shape of a Coordinates.
         * @typedef {agent.Coordinates.$Properties} agent.Coordinates.$Shape
         */

        /**
         * Constructs a new Coordinates.
         * @memberof agent
         * @classdesc Represents a Coordinates.
         * @constructor
         * @param {agent.Coordinates.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Coordinates = function (properties) {
            this.coordinates = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Coordinates coordinates.
         * @member {Array.<agent.Coordinate.$Properties>} coordinates
         * @memberof agent.Coordinates
         * @instance
         */
        Coordinates.prototype.coordinates = $util.emptyArray;

        /**
         * Creates a new Coordinates instance using the specified properties.
         * @function create
         * @memberof agent.Coordinates
         * @static
         * @param {agent.Coordinates.$Properties=} [properties] Properties to set
         * @returns {agent.Coordinates} Coordinates instance
         * @type {{
         *   (properties: agent.Coordinates.$Shape): agent.Coordinates & agent.Coordinates.$Shape;
         *   (properties?: agent.Coordinates.$Properties): agent.Coordinates;
         * }}
         */
        Coordinates.create = function(properties) {
            return new Coordinates(properties);
        };

        /**
         * Encodes the specified Coordinates message. Does not implicitly {@link agent.Coordinates.verify|verify} messages.
         * @function encode
         * @memberof agent.Coordinates
         * @static
         * @param {agent.Coordinates.$Properties} message Coordinates message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Coordinates.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.coordinates != null && message.coordinates.length)
                for (let i = 0; i < message.coordinates.length; ++i)
                    $root.agent.Coordinate.encode(message.coordinates[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Coordinates message, length delimited. Does not implicitly {@link agent.Coordinates.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Coordinates
         * @static
         * @param {agent.Coordinates.$Properties} message Coordinates message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Coordinates.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Coordinates message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Coordinates
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Coordinates & agent.Coordinates.$Shape} Coordinates
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Coordinates.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Coordinates();
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
                        if (!(message.coordinates && message.coordinates.length))
                            message.coordinates = [];
                        message.coordinates.push($root.agent.Coordinate.decode(reader, reader.size(), $undefined, _depth + 1));
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

        /**
         * Decodes a Coordinates message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Coordinates
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Coordinates & agent.Coordinates.$Shape} Coordinates
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Coordinates.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Coordinates message.
         * @function verify
         * @memberof agent.Coordinates
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Coordinates.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.coordinates != null && $Object.hasOwnProperty.call(message, "coordinates")) {
                if (!$Array.isArray(message.coordinates))
                    return "coordinates: array expected";
                for (let i = 0; i < message.coordinates.length; ++i) {
                    let error = $root.agent.Coordinate.verify(message.coordinates[i], _depth + 1);
                    if (error)
                        return "coordinates." + error;
                }
            }
            return null;
        };

        /**
         * Creates a Coordinates message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Coordinates
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Coordinates} Coordinates
         */
        Coordinates.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Coordinates)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Coordinates: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Coordinates();
            if (object.coordinates) {
                if (!$Array.isArray(object.coordinates))
                    throw $TypeError(".agent.Coordinates.coordinates: array expected");
                message.coordinates = $Array(object.coordinates.length);
                for (let i = 0; i < object.coordinates.length; ++i) {
                    if (!$util.isObject(object.coordinates[i]))
                        throw $TypeError(".agent.Coordinates.coordinates: object expected");
                    message.coordinates[i] = $root.agent.Coordinate.fromObject(object.coordinates[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a Coordinates message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Coordinates
         * @static
         * @param {agent.Coordinates} message Coordinates
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Coordinates.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.coordinates = [];
            if (message.coordinates && message.coordinates.length) {
                object.coordinates = $Array(message.coordinates.length);
                for (let j = 0; j < message.coordinates.length; ++j)
                    object.coordinates[j] = $root.agent.Coordinate.toObject(message.coordinates[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this Coordinates to JSON.
         * @function toJSON
         * @memberof agent.Coordinates
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Coordinates.prototype.toJSON = function() {
            return Coordinates.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Coordinates
         * @function getTypeUrl
         * @memberof agent.Coordinates
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Coordinates.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Coordinates";
        };

        return Coordinates;
    })();

    agent.RequestEnvelope = (function() {

        /**
         * Properties of a RequestEnvelope.
         * @typedef {Object} agent.RequestEnvelope.$Properties
         * @property {string|null} [endpoint] RequestEnvelope endpoint
         * @property {string|null} [datacenter] RequestEnvelope datacenter
         * @property {string|null} [token] RequestEnvelope token
         * @property {agent.Consistency|null} [consistency] RequestEnvelope consistency
         * @property {number|null} [minIndex] RequestEnvelope minIndex
         * @property {number|null} [waitMs] RequestEnvelope waitMs
         * @property {number|null} [maxStaleMs] RequestEnvelope maxStaleMs
         * @property {Uint8Array|null} [body] RequestEnvelope body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RequestEnvelope.
         * @memberof agent
         * @interface IRequestEnvelope
         * @augments agent.RequestEnvelope.$Properties
         * @deprecated Use agent.RequestEnvelope.$Properties instead.
         */

        /**
         * Shape of a RequestEnvelope.
         * @typedef {agent.RequestEnvelope.$Properties} agent.RequestEnvelope.$Shape
         */

        /**
         * Constructs a new RequestEnvelope.
         * @memberof agent
         * @classdesc Represents a RequestEnvelope.
         * @constructor
         * @param {agent.RequestEnvelope.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RequestEnvelope = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RequestEnvelope endpoint.
         * @member {string} endpoint
         * @memberof agent.RequestEnvelope
         * @instance
         */
        RequestEnvelope.prototype.endpoint = "";

        /**
         * RequestEnvelope datacenter.
         * @member {string} datacenter
         * @memberof agent.RequestEnvelope
         * @instance
         */
        RequestEnvelope.prototype.datacenter = "";

        /**
         * RequestEnvelope token.
         * @member {string} token
         * @memberof agent.RequestEnvelope
         * @instance
         */
        RequestEnvelope.prototype.token = "";

        /**
         * RequestEnvelope consistency.
         * @member {agent.Consistency} consistency
         * @memberof agent.RequestEnvelope
         * @instance
         */
        RequestEnvelope.prototype.consistency = 0;

        /**
         * RequestEnvelope minIndex.
         * @member {number} minIndex
         * @memberof agent.RequestEnvelope
         * @instance
         */
        RequestEnvelope.prototype.minIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * RequestEnvelope waitMs.
         * @member {number} waitMs
         * @memberof agent.RequestEnvelope
         * @instance
         */
        RequestEnvelope.prototype.waitMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * RequestEnvelope maxStaleMs.
         * @member {number} maxStaleMs
         * @memberof agent.RequestEnvelope
         * @instance
         */
        RequestEnvelope.prototype.maxStaleMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * RequestEnvelope body.
         * @member {Uint8Array} body
         * @memberof agent.RequestEnvelope
         * @instance
         */
        RequestEnvelope.prototype.body = $util.newBuffer([]);

        /**
         * Creates a new RequestEnvelope instance using the specified properties.
         * @function create
         * @memberof agent.RequestEnvelope
         * @static
         * @param {agent.RequestEnvelope.$Properties=} [properties] Properties to set
         * @returns {agent.RequestEnvelope} RequestEnvelope instance
         * @type {{
         *   (properties: agent.RequestEnvelope.$Shape): agent.RequestEnvelope & agent.RequestEnvelope.$Shape;
         *   (properties?: agent.RequestEnvelope.$Properties): agent.RequestEnvelope;
         * }}
         */
        RequestEnvelope.create = function(properties) {
            return new RequestEnvelope(properties);
        };

        /**
         * Encodes the specified RequestEnvelope message. Does not implicitly {@link agent.RequestEnvelope.verify|verify} messages.
         * @function encode
         * @memberof agent.RequestEnvelope
         * @static
         * @param {agent.RequestEnvelope.$Properties} message RequestEnvelope message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RequestEnvelope.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.endpoint != null && $Object.hasOwnProperty.call(message, "endpoint") && message.endpoint !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.endpoint);
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.datacenter);
            if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.token);
            if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).int32(message.consistency);
            if (message.minIndex != null && $Object.hasOwnProperty.call(message, "minIndex") && (typeof message.minIndex === "object" ? message.minIndex.low || message.minIndex.high : message.minIndex !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.minIndex);
            if (message.waitMs != null && $Object.hasOwnProperty.call(message, "waitMs") && (typeof message.waitMs === "object" ? message.waitMs.low || message.waitMs.high : message.waitMs !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.waitMs);
            if (message.maxStaleMs != null && $Object.hasOwnProperty.call(message, "maxStaleMs") && (typeof message.maxStaleMs === "object" ? message.maxStaleMs.low || message.maxStaleMs.high : message.maxStaleMs !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.maxStaleMs);
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.body);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified RequestEnvelope message, length delimited. Does not implicitly {@link agent.RequestEnvelope.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.RequestEnvelope
         * @static
         * @param {agent.RequestEnvelope.$Properties} message RequestEnvelope message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RequestEnvelope.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a RequestEnvelope message from the specified reader or buffer.
         * @function decode
         * @memberof agent.RequestEnvelope
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.RequestEnvelope & agent.RequestEnvelope.$Shape} RequestEnvelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RequestEnvelope.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.RequestEnvelope();
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
                            message.endpoint = value;
                        else
                            delete message.endpoint;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.datacenter = value;
                        else
                            delete message.datacenter;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.token = value;
                        else
                            delete message.token;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.consistency = value;
                        else
                            delete message.consistency;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.minIndex = value;
                        else
                            delete message.minIndex;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.waitMs = value;
                        else
                            delete message.waitMs;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.maxStaleMs = value;
                        else
                            delete message.maxStaleMs;
                        continue;
                    }
                case 8: {
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

        /**
         * Decodes a RequestEnvelope message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.RequestEnvelope
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.RequestEnvelope & agent.RequestEnvelope.$Shape} RequestEnvelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RequestEnvelope.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a RequestEnvelope message.
         * @function verify
         * @memberof agent.RequestEnvelope
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        RequestEnvelope.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.endpoint != null && $Object.hasOwnProperty.call(message, "endpoint"))
                if (!$util.isString(message.endpoint))
                    return "endpoint: string expected";
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                if (!$util.isString(message.datacenter))
                    return "datacenter: string expected";
            if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                if (!$util.isString(message.token))
                    return "token: string expected";
            if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency"))
                if (typeof message.consistency !== "number" || (message.consistency | 0) !== message.consistency)
                    return "consistency: enum value expected";
            if (message.minIndex != null && $Object.hasOwnProperty.call(message, "minIndex"))
                if (!$util.isInteger(message.minIndex) && !(message.minIndex && $util.isInteger(message.minIndex.low) && $util.isInteger(message.minIndex.high)))
                    return "minIndex: integer|Long expected";
            if (message.waitMs != null && $Object.hasOwnProperty.call(message, "waitMs"))
                if (!$util.isInteger(message.waitMs) && !(message.waitMs && $util.isInteger(message.waitMs.low) && $util.isInteger(message.waitMs.high)))
                    return "waitMs: integer|Long expected";
            if (message.maxStaleMs != null && $Object.hasOwnProperty.call(message, "maxStaleMs"))
                if (!$util.isInteger(message.maxStaleMs) && !(message.maxStaleMs && $util.isInteger(message.maxStaleMs.low) && $util.isInteger(message.maxStaleMs.high)))
                    return "maxStaleMs: integer|Long expected";
            if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                if (!(message.body && typeof message.body.length === "number" || $util.isString(message.body)))
                    return "body: buffer expected";
            return null;
        };

        /**
         * Creates a RequestEnvelope message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.RequestEnvelope
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.RequestEnvelope} RequestEnvelope
         */
        RequestEnvelope.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.RequestEnvelope)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.RequestEnvelope: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.RequestEnvelope();
            if (object.endpoint != null)
                if (typeof object.endpoint !== "string" || object.endpoint.length)
                    message.endpoint = $String(object.endpoint);
            if (object.datacenter != null)
                if (typeof object.datacenter !== "string" || object.datacenter.length)
                    message.datacenter = $String(object.datacenter);
            if (object.token != null)
                if (typeof object.token !== "string" || object.token.length)
                    message.token = $String(object.token);
            if (object.consistency !== 0 && (typeof object.consistency !== "string" || $root.agent.Consistency[object.consistency] !== 0))
                switch (object.consistency) {
                case "DEFAULT":
                case 0:
                    message.consistency = 0;
                    break;
                case "CONSISTENT":
                case 1:
                    message.consistency = 1;
                    break;
                case "STALE":
                case 2:
                    message.consistency = 2;
                    break;
                default:
                    if (typeof object.consistency === "number" && (object.consistency | 0) === object.consistency)
                        message.consistency = object.consistency;
                }
            if (object.minIndex != null)
                if (typeof object.minIndex === "object" ? object.minIndex.low || object.minIndex.high : $Number(object.minIndex) !== 0)
                    if ($util.Long)
                        message.minIndex = $util.Long.fromValue(object.minIndex, true);
                    else if (typeof object.minIndex === "string")
                        message.minIndex = $parseInt(object.minIndex, 10);
                    else if (typeof object.minIndex === "number")
                        message.minIndex = object.minIndex;
                    else if (typeof object.minIndex === "object")
                        message.minIndex = new $util.LongBits(object.minIndex.low >>> 0, object.minIndex.high >>> 0).toNumber(true);
            if (object.waitMs != null)
                if (typeof object.waitMs === "object" ? object.waitMs.low || object.waitMs.high : $Number(object.waitMs) !== 0)
                    if ($util.Long)
                        message.waitMs = $util.Long.fromValue(object.waitMs, true);
                    else if (typeof object.waitMs === "string")
                        message.waitMs = $parseInt(object.waitMs, 10);
                    else if (typeof object.waitMs === "number")
                        message.waitMs = object.waitMs;
                    else if (typeof object.waitMs === "object")
                        message.waitMs = new $util.LongBits(object.waitMs.low >>> 0, object.waitMs.high >>> 0).toNumber(true);
            if (object.maxStaleMs != null)
                if (typeof object.maxStaleMs === "object" ? object.maxStaleMs.low || object.maxStaleMs.high : $Number(object.maxStaleMs) !== 0)
                    if ($util.Long)
                        message.maxStaleMs = $util.Long.fromValue(object.maxStaleMs, true);
                    else if (typeof object.maxStaleMs === "string")
                        message.maxStaleMs = $parseInt(object.maxStaleMs, 10);
                    else if (typeof object.maxStaleMs === "number")
                        message.maxStaleMs = object.maxStaleMs;
                    else if (typeof object.maxStaleMs === "object")
                        message.maxStaleMs = new $util.LongBits(object.maxStaleMs.low >>> 0, object.maxStaleMs.high >>> 0).toNumber(true);
            if (object.body != null)
                if (object.body.length)
                    if (typeof object.body === "string")
                        $util.base64.decode(object.body, message.body = $util.newBuffer($util.base64.length(object.body)), 0);
                    else if (object.body.length >= 0)
                        message.body = object.body;
            return message;
        };

        /**
         * Creates a plain object from a RequestEnvelope message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.RequestEnvelope
         * @static
         * @param {agent.RequestEnvelope} message RequestEnvelope
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        RequestEnvelope.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.endpoint = "";
                object.datacenter = "";
                object.token = "";
                object.consistency = options.enums === $String ? "DEFAULT" : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.minIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.minIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.waitMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.waitMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.maxStaleMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.maxStaleMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if (options.bytes === $String)
                    object.body = "";
                else {
                    object.body = [];
                    if (options.bytes !== $Array)
                        object.body = $util.newBuffer(object.body);
                }
            }
            if (message.endpoint != null && $Object.hasOwnProperty.call(message, "endpoint"))
                object.endpoint = message.endpoint;
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter"))
                object.datacenter = message.datacenter;
            if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                object.token = message.token;
            if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency"))
                object.consistency = options.enums === $String ? $root.agent.Consistency[message.consistency] === $undefined ? message.consistency : $root.agent.Consistency[message.consistency] : message.consistency;
            if (message.minIndex != null && $Object.hasOwnProperty.call(message, "minIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.minIndex = typeof message.minIndex === "number" ? $BigInt(message.minIndex) : $util.Long.fromBits(message.minIndex.low >>> 0, message.minIndex.high >>> 0, true).toBigInt();
                else if (typeof message.minIndex === "number")
                    object.minIndex = options.longs === $String ? $String(message.minIndex) : message.minIndex;
                else
                    object.minIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.minIndex) : options.longs === $Number ? new $util.LongBits(message.minIndex.low >>> 0, message.minIndex.high >>> 0).toNumber(true) : message.minIndex;
            if (message.waitMs != null && $Object.hasOwnProperty.call(message, "waitMs"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.waitMs = typeof message.waitMs === "number" ? $BigInt(message.waitMs) : $util.Long.fromBits(message.waitMs.low >>> 0, message.waitMs.high >>> 0, true).toBigInt();
                else if (typeof message.waitMs === "number")
                    object.waitMs = options.longs === $String ? $String(message.waitMs) : message.waitMs;
                else
                    object.waitMs = options.longs === $String ? $util.Long.prototype.toString.call(message.waitMs) : options.longs === $Number ? new $util.LongBits(message.waitMs.low >>> 0, message.waitMs.high >>> 0).toNumber(true) : message.waitMs;
            if (message.maxStaleMs != null && $Object.hasOwnProperty.call(message, "maxStaleMs"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.maxStaleMs = typeof message.maxStaleMs === "number" ? $BigInt(message.maxStaleMs) : $util.Long.fromBits(message.maxStaleMs.low >>> 0, message.maxStaleMs.high >>> 0, true).toBigInt();
                else if (typeof message.maxStaleMs === "number")
                    object.maxStaleMs = options.longs === $String ? $String(message.maxStaleMs) : message.maxStaleMs;
                else
                    object.maxStaleMs = options.longs === $String ? $util.Long.prototype.toString.call(message.maxStaleMs) : options.longs === $Number ? new $util.LongBits(message.maxStaleMs.low >>> 0, message.maxStaleMs.high >>> 0).toNumber(true) : message.maxStaleMs;
            if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                object.body = options.bytes === $String ? $util.base64.encode(message.body, 0, message.body.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.body) : message.body;
            return object;
        };

        /**
         * Converts this RequestEnvelope to JSON.
         * @function toJSON
         * @memberof agent.RequestEnvelope
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        RequestEnvelope.prototype.toJSON = function() {
            return RequestEnvelope.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for RequestEnvelope
         * @function getTypeUrl
         * @memberof agent.RequestEnvelope
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        RequestEnvelope.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.RequestEnvelope";
        };

        return RequestEnvelope;
    })();

    agent.AnswerEnvelope = (function() {

        /**
         * Properties of an AnswerEnvelope.
         * @typedef {Object} agent.AnswerEnvelope.$Properties
         * @property {number|null} [index] AnswerEnvelope index
         * @property {number|null} [lastContactMs] AnswerEnvelope lastContactMs
         * @property {boolean|null} [isLeaderKnown] AnswerEnvelope isLeaderKnown
         * @property {agent.Consistency|null} [consistency] AnswerEnvelope consistency
         * @property {Uint8Array|null} [body] AnswerEnvelope body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AnswerEnvelope.
         * @memberof agent
         * @interface IAnswerEnvelope
         * @augments agent.AnswerEnvelope.$Properties
         * @deprecated Use agent.AnswerEnvelope.$Properties instead.
         */

        /**
         * Shape of an AnswerEnvelope.
         * @typedef {agent.AnswerEnvelope.$Properties} agent.AnswerEnvelope.$Shape
         */

        /**
         * Constructs a new AnswerEnvelope.
         * @memberof agent
         * @classdesc Represents an AnswerEnvelope.
         * @constructor
         * @param {agent.AnswerEnvelope.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AnswerEnvelope = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AnswerEnvelope index.
         * @member {number} index
         * @memberof agent.AnswerEnvelope
         * @instance
         */
        AnswerEnvelope.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AnswerEnvelope lastContactMs.
         * @member {number} lastContactMs
         * @memberof agent.AnswerEnvelope
         * @instance
         */
        AnswerEnvelope.prototype.lastContactMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * AnswerEnvelope isLeaderKnown.
         * @member {boolean} isLeaderKnown
         * @memberof agent.AnswerEnvelope
         * @instance
         */
        AnswerEnvelope.prototype.isLeaderKnown = false;

        /**
         * AnswerEnvelope consistency.
         * @member {agent.Consistency} consistency
         * @memberof agent.AnswerEnvelope
         * @instance
         */
        AnswerEnvelope.prototype.consistency = 0;

        /**
         * AnswerEnvelope body.
         * @member {Uint8Array} body
         * @memberof agent.AnswerEnvelope
         * @instance
         */
        AnswerEnvelope.prototype.body = $util.newBuffer([]);

        /**
         * Creates a new AnswerEnvelope instance using the specified properties.
         * @function create
         * @memberof agent.AnswerEnvelope
         * @static
         * @param {agent.AnswerEnvelope.$Properties=} [properties] Properties to set
         * @returns {agent.AnswerEnvelope} AnswerEnvelope instance
         * @type {{
         *   (properties: agent.AnswerEnvelope.$Shape): agent.AnswerEnvelope & agent.AnswerEnvelope.$Shape;
         *   (properties?: agent.AnswerEnvelope.$Properties): agent.AnswerEnvelope;
         * }}
         */
        AnswerEnvelope.create = function(properties) {
            return new AnswerEnvelope(properties);
        };

        /**
         * Encodes the specified AnswerEnvelope message. Does not implicitly {@link agent.AnswerEnvelope.verify|verify} messages.
         * @function encode
         * @memberof agent.AnswerEnvelope
         * @static
         * @param {agent.AnswerEnvelope.$Properties} message AnswerEnvelope message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AnswerEnvelope.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
            if (message.lastContactMs != null && $Object.hasOwnProperty.call(message, "lastContactMs") && (typeof message.lastContactMs === "object" ? message.lastContactMs.low || message.lastContactMs.high : message.lastContactMs !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.lastContactMs);
            if (message.isLeaderKnown != null && $Object.hasOwnProperty.call(message, "isLeaderKnown") && message.isLeaderKnown !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.isLeaderKnown);
            if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).int32(message.consistency);
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.body);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified AnswerEnvelope message, length delimited. Does not implicitly {@link agent.AnswerEnvelope.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.AnswerEnvelope
         * @static
         * @param {agent.AnswerEnvelope.$Properties} message AnswerEnvelope message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AnswerEnvelope.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes an AnswerEnvelope message from the specified reader or buffer.
         * @function decode
         * @memberof agent.AnswerEnvelope
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.AnswerEnvelope & agent.AnswerEnvelope.$Shape} AnswerEnvelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AnswerEnvelope.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.AnswerEnvelope();
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
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lastContactMs = value;
                        else
                            delete message.lastContactMs;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isLeaderKnown = value;
                        else
                            delete message.isLeaderKnown;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.consistency = value;
                        else
                            delete message.consistency;
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

        /**
         * Decodes an AnswerEnvelope message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.AnswerEnvelope
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.AnswerEnvelope & agent.AnswerEnvelope.$Shape} AnswerEnvelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AnswerEnvelope.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies an AnswerEnvelope message.
         * @function verify
         * @memberof agent.AnswerEnvelope
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        AnswerEnvelope.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                if (!$util.isInteger(message.index) && !(message.index && $util.isInteger(message.index.low) && $util.isInteger(message.index.high)))
                    return "index: integer|Long expected";
            if (message.lastContactMs != null && $Object.hasOwnProperty.call(message, "lastContactMs"))
                if (!$util.isInteger(message.lastContactMs) && !(message.lastContactMs && $util.isInteger(message.lastContactMs.low) && $util.isInteger(message.lastContactMs.high)))
                    return "lastContactMs: integer|Long expected";
            if (message.isLeaderKnown != null && $Object.hasOwnProperty.call(message, "isLeaderKnown"))
                if (typeof message.isLeaderKnown !== "boolean")
                    return "isLeaderKnown: boolean expected";
            if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency"))
                if (typeof message.consistency !== "number" || (message.consistency | 0) !== message.consistency)
                    return "consistency: enum value expected";
            if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                if (!(message.body && typeof message.body.length === "number" || $util.isString(message.body)))
                    return "body: buffer expected";
            return null;
        };

        /**
         * Creates an AnswerEnvelope message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.AnswerEnvelope
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.AnswerEnvelope} AnswerEnvelope
         */
        AnswerEnvelope.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.AnswerEnvelope)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.AnswerEnvelope: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.AnswerEnvelope();
            if (object.index != null)
                if (typeof object.index === "object" ? object.index.low || object.index.high : $Number(object.index) !== 0)
                    if ($util.Long)
                        message.index = $util.Long.fromValue(object.index, true);
                    else if (typeof object.index === "string")
                        message.index = $parseInt(object.index, 10);
                    else if (typeof object.index === "number")
                        message.index = object.index;
                    else if (typeof object.index === "object")
                        message.index = new $util.LongBits(object.index.low >>> 0, object.index.high >>> 0).toNumber(true);
            if (object.lastContactMs != null)
                if (typeof object.lastContactMs === "object" ? object.lastContactMs.low || object.lastContactMs.high : $Number(object.lastContactMs) !== 0)
                    if ($util.Long)
                        message.lastContactMs = $util.Long.fromValue(object.lastContactMs, true);
                    else if (typeof object.lastContactMs === "string")
                        message.lastContactMs = $parseInt(object.lastContactMs, 10);
                    else if (typeof object.lastContactMs === "number")
                        message.lastContactMs = object.lastContactMs;
                    else if (typeof object.lastContactMs === "object")
                        message.lastContactMs = new $util.LongBits(object.lastContactMs.low >>> 0, object.lastContactMs.high >>> 0).toNumber(true);
            if (object.isLeaderKnown != null)
                if (object.isLeaderKnown)
                    message.isLeaderKnown = $Boolean(object.isLeaderKnown);
            if (object.consistency !== 0 && (typeof object.consistency !== "string" || $root.agent.Consistency[object.consistency] !== 0))
                switch (object.consistency) {
                case "DEFAULT":
                case 0:
                    message.consistency = 0;
                    break;
                case "CONSISTENT":
                case 1:
                    message.consistency = 1;
                    break;
                case "STALE":
                case 2:
                    message.consistency = 2;
                    break;
                default:
                    if (typeof object.consistency === "number" && (object.consistency | 0) === object.consistency)
                        message.consistency = object.consistency;
                }
            if (object.body != null)
                if (object.body.length)
                    if (typeof object.body === "string")
                        $util.base64.decode(object.body, message.body = $util.newBuffer($util.base64.length(object.body)), 0);
                    else if (object.body.length >= 0)
                        message.body = object.body;
            return message;
        };

        /**
         * Creates a plain object from an AnswerEnvelope message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.AnswerEnvelope
         * @static
         * @param {agent.AnswerEnvelope} message AnswerEnvelope
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        AnswerEnvelope.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.index = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.index = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.lastContactMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.lastContactMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.isLeaderKnown = false;
                object.consistency = options.enums === $String ? "DEFAULT" : 0;
                if (options.bytes === $String)
                    object.body = "";
                else {
                    object.body = [];
                    if (options.bytes !== $Array)
                        object.body = $util.newBuffer(object.body);
                }
            }
            if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.index = typeof message.index === "number" ? $BigInt(message.index) : $util.Long.fromBits(message.index.low >>> 0, message.index.high >>> 0, true).toBigInt();
                else if (typeof message.index === "number")
                    object.index = options.longs === $String ? $String(message.index) : message.index;
                else
                    object.index = options.longs === $String ? $util.Long.prototype.toString.call(message.index) : options.longs === $Number ? new $util.LongBits(message.index.low >>> 0, message.index.high >>> 0).toNumber(true) : message.index;
            if (message.lastContactMs != null && $Object.hasOwnProperty.call(message, "lastContactMs"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.lastContactMs = typeof message.lastContactMs === "number" ? $BigInt(message.lastContactMs) : $util.Long.fromBits(message.lastContactMs.low >>> 0, message.lastContactMs.high >>> 0, true).toBigInt();
                else if (typeof message.lastContactMs === "number")
                    object.lastContactMs = options.longs === $String ? $String(message.lastContactMs) : message.lastContactMs;
                else
                    object.lastContactMs = options.longs === $String ? $util.Long.prototype.toString.call(message.lastContactMs) : options.longs === $Number ? new $util.LongBits(message.lastContactMs.low >>> 0, message.lastContactMs.high >>> 0).toNumber(true) : message.lastContactMs;
            if (message.isLeaderKnown != null && $Object.hasOwnProperty.call(message, "isLeaderKnown"))
                object.isLeaderKnown = message.isLeaderKnown;
            if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency"))
                object.consistency = options.enums === $String ? $root.agent.Consistency[message.consistency] === $undefined ? message.consistency : $root.agent.Consistency[message.consistency] : message.consistency;
            if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                object.body = options.bytes === $String ? $util.base64.encode(message.body, 0, message.body.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.body) : message.body;
            return object;
        };

        /**
         * Converts this AnswerEnvelope to JSON.
         * @function toJSON
         * @memberof agent.AnswerEnvelope
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        AnswerEnvelope.prototype.toJSON = function() {
            return AnswerEnvelope.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for AnswerEnvelope
         * @function getTypeUrl
         * @memberof agent.AnswerEnvelope
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        AnswerEnvelope.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.AnswerEnvelope";
        };

        return AnswerEnvelope;
    })();

    /**
     * Consistency enum.
     * @name agent.Consistency
     * @enum {number}
     * @property {number} DEFAULT=0 DEFAULT value
     * @property {number} CONSISTENT=1 CONSISTENT value
     * @property {number} STALE=2 STALE value
     */
    agent.Consistency = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "DEFAULT"] = 0;
        values[valuesById[1] = "CONSISTENT"] = 1;
        values[valuesById[2] = "STALE"] = 2;
        return values;
    })();

    agent.SnapshotRecord = (function() {

        /**
         * Properties of a SnapshotRecord.
         * @typedef {Object} agent.SnapshotRecord.$Properties
         * @property {agent.SnapshotHeader.$Properties|null} [header] SnapshotRecord header
         * @property {agent.Node.$Properties|null} [node] SnapshotRecord node
         * @property {agent.Service.$Properties|null} [service] SnapshotRecord service
         * @property {agent.Check.$Properties|null} [check] SnapshotRecord check
         * @property {agent.KvPair.$Properties|null} [kv] SnapshotRecord kv
         * @property {agent.Tombstone.$Properties|null} [tombstone] SnapshotRecord tombstone
         * @property {agent.Area.$Properties|null} [area] SnapshotRecord area
         * @property {agent.Coordinate.$Properties|null} [coordinate] SnapshotRecord coordinate
         * @property {agent.ServiceIndex.$Properties|null} [serviceIndex] SnapshotRecord serviceIndex
         * @property {agent.SnapshotTrailer.$Properties|null} [trailer] SnapshotRecord trailer
         * @property {"header"|"node"|"service"|"check"|"kv"|"tombstone"|"area"|"coordinate"|"serviceIndex"|"trailer"} [body] SnapshotRecord body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SnapshotRecord.
         * @memberof agent
         * @interface ISnapshotRecord
         * @augments agent.SnapshotRecord.$Properties
         * @deprecated Use agent.SnapshotRecord.$Properties instead.
         */

        /**
         * Narrowed shape of a SnapshotRecord.
         * @typedef {{
         *   header?: agent.SnapshotHeader.$Shape|null;
         *   node?: agent.Node.$Shape|null;
         *   service?: agent.Service.$Shape|null;
         *   check?: agent.Check.$Shape|null;
         *   kv?: agent.KvPair.$Shape|null;
         *   tombstone?: agent.Tombstone.$Shape|null;
         *   area?: agent.Area.$Shape|null;
         *   coordinate?: agent.Coordinate.$Shape|null;
         *   serviceIndex?: agent.ServiceIndex.$Shape|null;
         *   trailer?: agent.SnapshotTrailer.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "header"; header: agent.SnapshotHeader.$Shape; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "node"; header?: null; node: agent.Node.$Shape; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "service"; header?: null; node?: null; service: agent.Service.$Shape; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "check"; header?: null; node?: null; service?: null; check: agent.Check.$Shape; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "kv"; header?: null; node?: null; service?: null; check?: null; kv: agent.KvPair.$Shape; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "tombstone"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone: agent.Tombstone.$Shape; area?: null; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "area"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area: agent.Area.$Shape; coordinate?: null; serviceIndex?: null; trailer?: null }|{ body?: "coordinate"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate: agent.Coordinate.$Shape; serviceIndex?: null; trailer?: null }|{ body?: "serviceIndex"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex: agent.ServiceIndex.$Shape; trailer?: null }|{ body?: "trailer"; header?: null; node?: null; service?: null; check?: null; kv?: null; tombstone?: null; area?: null; coordinate?: null; serviceIndex?: null; trailer: agent.SnapshotTrailer.$Shape })
         * )} agent.SnapshotRecord.$Shape
         */

        /**
         * Constructs a new SnapshotRecord.
         * @memberof agent
         * @classdesc Represents a SnapshotRecord.
         * @constructor
         * @param {agent.SnapshotRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SnapshotRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SnapshotRecord header.
         * @member {agent.SnapshotHeader.$Properties|null|undefined} header
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.header = null;

        /**
         * SnapshotRecord node.
         * @member {agent.Node.$Properties|null|undefined} node
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.node = null;

        /**
         * SnapshotRecord service.
         * @member {agent.Service.$Properties|null|undefined} service
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.service = null;

        /**
         * SnapshotRecord check.
         * @member {agent.Check.$Properties|null|undefined} check
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.check = null;

        /**
         * SnapshotRecord kv.
         * @member {agent.KvPair.$Properties|null|undefined} kv
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.kv = null;

        /**
         * SnapshotRecord tombstone.
         * @member {agent.Tombstone.$Properties|null|undefined} tombstone
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.tombstone = null;

        /**
         * SnapshotRecord area.
         * @member {agent.Area.$Properties|null|undefined} area
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.area = null;

        /**
         * SnapshotRecord coordinate.
         * @member {agent.Coordinate.$Properties|null|undefined} coordinate
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.coordinate = null;

        /**
         * SnapshotRecord serviceIndex.
         * @member {agent.ServiceIndex.$Properties|null|undefined} serviceIndex
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.serviceIndex = null;

        /**
         * SnapshotRecord trailer.
         * @member {agent.SnapshotTrailer.$Properties|null|undefined} trailer
         * @memberof agent.SnapshotRecord
         * @instance
         */
        SnapshotRecord.prototype.trailer = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * SnapshotRecord body.
         * @member {"header"|"node"|"service"|"check"|"kv"|"tombstone"|"area"|"coordinate"|"serviceIndex"|"trailer"|undefined} body
         * @memberof agent.SnapshotRecord
         * @instance
         */
        $Object.defineProperty(SnapshotRecord.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["header", "node", "service", "check", "kv", "tombstone", "area", "coordinate", "serviceIndex", "trailer"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new SnapshotRecord instance using the specified properties.
         * @function create
         * @memberof agent.SnapshotRecord
         * @static
         * @param {agent.SnapshotRecord.$Properties=} [properties] Properties to set
         * @returns {agent.SnapshotRecord} SnapshotRecord instance
         * @type {{
         *   (properties: agent.SnapshotRecord.$Shape): agent.SnapshotRecord & agent.SnapshotRecord.$Shape;
         *   (properties?: agent.SnapshotRecord.$Properties): agent.SnapshotRecord;
         * }}
         */
        SnapshotRecord.create = function(properties) {
            return new SnapshotRecord(properties);
        };

        /**
         * Encodes the specified SnapshotRecord message. Does not implicitly {@link agent.SnapshotRecord.verify|verify} messages.
         * @function encode
         * @memberof agent.SnapshotRecord
         * @static
         * @param {agent.SnapshotRecord.$Properties} message SnapshotRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SnapshotRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                $root.agent.SnapshotHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                $root.agent.Node.encode(message.node, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                $root.agent.Service.encode(message.service, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.check != null && $Object.hasOwnProperty.call(message, "check"))
                $root.agent.Check.encode(message.check, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.kv != null && $Object.hasOwnProperty.call(message, "kv"))
                $root.agent.KvPair.encode(message.kv, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.tombstone != null && $Object.hasOwnProperty.call(message, "tombstone"))
                $root.agent.Tombstone.encode(message.tombstone, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.area != null && $Object.hasOwnProperty.call(message, "area"))
                $root.agent.Area.encode(message.area, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.coordinate != null && $Object.hasOwnProperty.call(message, "coordinate"))
                $root.agent.Coordinate.encode(message.coordinate, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.serviceIndex != null && $Object.hasOwnProperty.call(message, "serviceIndex"))
                $root.agent.ServiceIndex.encode(message.serviceIndex, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.trailer != null && $Object.hasOwnProperty.call(message, "trailer"))
                $root.agent.SnapshotTrailer.encode(message.trailer, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified SnapshotRecord message, length delimited. Does not implicitly {@link agent.SnapshotRecord.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.SnapshotRecord
         * @static
         * @param {agent.SnapshotRecord.$Properties} message SnapshotRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SnapshotRecord.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a SnapshotRecord message from the specified reader or buffer.
         * @function decode
         * @memberof agent.SnapshotRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.SnapshotRecord & agent.SnapshotRecord.$Shape} SnapshotRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SnapshotRecord.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.SnapshotRecord();
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
                        message.header = $root.agent.SnapshotHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                        message.body = "header";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.node = $root.agent.Node.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
                        message.body = "node";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.service = $root.agent.Service.decode(reader, reader.size(), $undefined, _depth + 1, message.service);
                        message.body = "service";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.check = $root.agent.Check.decode(reader, reader.size(), $undefined, _depth + 1, message.check);
                        message.body = "check";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.kv = $root.agent.KvPair.decode(reader, reader.size(), $undefined, _depth + 1, message.kv);
                        message.body = "kv";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.tombstone = $root.agent.Tombstone.decode(reader, reader.size(), $undefined, _depth + 1, message.tombstone);
                        message.body = "tombstone";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.area = $root.agent.Area.decode(reader, reader.size(), $undefined, _depth + 1, message.area);
                        message.body = "area";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.coordinate = $root.agent.Coordinate.decode(reader, reader.size(), $undefined, _depth + 1, message.coordinate);
                        message.body = "coordinate";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.serviceIndex = $root.agent.ServiceIndex.decode(reader, reader.size(), $undefined, _depth + 1, message.serviceIndex);
                        message.body = "serviceIndex";
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        message.trailer = $root.agent.SnapshotTrailer.decode(reader, reader.size(), $undefined, _depth + 1, message.trailer);
                        message.body = "trailer";
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

        /**
         * Decodes a SnapshotRecord message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.SnapshotRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.SnapshotRecord & agent.SnapshotRecord.$Shape} SnapshotRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SnapshotRecord.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a SnapshotRecord message.
         * @function verify
         * @memberof agent.SnapshotRecord
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        SnapshotRecord.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            let properties = {};
            if (message.header != null && $Object.hasOwnProperty.call(message, "header")) {
                properties.body = 1;
                {
                    let error = $root.agent.SnapshotHeader.verify(message.header, _depth + 1);
                    if (error)
                        return "header." + error;
                }
            }
            if (message.node != null && $Object.hasOwnProperty.call(message, "node")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.Node.verify(message.node, _depth + 1);
                    if (error)
                        return "node." + error;
                }
            }
            if (message.service != null && $Object.hasOwnProperty.call(message, "service")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.Service.verify(message.service, _depth + 1);
                    if (error)
                        return "service." + error;
                }
            }
            if (message.check != null && $Object.hasOwnProperty.call(message, "check")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.Check.verify(message.check, _depth + 1);
                    if (error)
                        return "check." + error;
                }
            }
            if (message.kv != null && $Object.hasOwnProperty.call(message, "kv")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.KvPair.verify(message.kv, _depth + 1);
                    if (error)
                        return "kv." + error;
                }
            }
            if (message.tombstone != null && $Object.hasOwnProperty.call(message, "tombstone")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.Tombstone.verify(message.tombstone, _depth + 1);
                    if (error)
                        return "tombstone." + error;
                }
            }
            if (message.area != null && $Object.hasOwnProperty.call(message, "area")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.Area.verify(message.area, _depth + 1);
                    if (error)
                        return "area." + error;
                }
            }
            if (message.coordinate != null && $Object.hasOwnProperty.call(message, "coordinate")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.Coordinate.verify(message.coordinate, _depth + 1);
                    if (error)
                        return "coordinate." + error;
                }
            }
            if (message.serviceIndex != null && $Object.hasOwnProperty.call(message, "serviceIndex")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.ServiceIndex.verify(message.serviceIndex, _depth + 1);
                    if (error)
                        return "serviceIndex." + error;
                }
            }
            if (message.trailer != null && $Object.hasOwnProperty.call(message, "trailer")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.agent.SnapshotTrailer.verify(message.trailer, _depth + 1);
                    if (error)
                        return "trailer." + error;
                }
            }
            return null;
        };

        /**
         * Creates a SnapshotRecord message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.SnapshotRecord
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.SnapshotRecord} SnapshotRecord
         */
        SnapshotRecord.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.SnapshotRecord)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.SnapshotRecord: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.SnapshotRecord();
            if (object.header != null) {
                if (!$util.isObject(object.header))
                    throw $TypeError(".agent.SnapshotRecord.header: object expected");
                message.header = $root.agent.SnapshotHeader.fromObject(object.header, _depth + 1);
            }
            if (object.node != null) {
                if (!$util.isObject(object.node))
                    throw $TypeError(".agent.SnapshotRecord.node: object expected");
                message.node = $root.agent.Node.fromObject(object.node, _depth + 1);
            }
            if (object.service != null) {
                if (!$util.isObject(object.service))
                    throw $TypeError(".agent.SnapshotRecord.service: object expected");
                message.service = $root.agent.Service.fromObject(object.service, _depth + 1);
            }
            if (object.check != null) {
                if (!$util.isObject(object.check))
                    throw $TypeError(".agent.SnapshotRecord.check: object expected");
                message.check = $root.agent.Check.fromObject(object.check, _depth + 1);
            }
            if (object.kv != null) {
                if (!$util.isObject(object.kv))
                    throw $TypeError(".agent.SnapshotRecord.kv: object expected");
                message.kv = $root.agent.KvPair.fromObject(object.kv, _depth + 1);
            }
            if (object.tombstone != null) {
                if (!$util.isObject(object.tombstone))
                    throw $TypeError(".agent.SnapshotRecord.tombstone: object expected");
                message.tombstone = $root.agent.Tombstone.fromObject(object.tombstone, _depth + 1);
            }
            if (object.area != null) {
                if (!$util.isObject(object.area))
                    throw $TypeError(".agent.SnapshotRecord.area: object expected");
                message.area = $root.agent.Area.fromObject(object.area, _depth + 1);
            }
            if (object.coordinate != null) {
                if (!$util.isObject(object.coordinate))
                    throw $TypeError(".agent.SnapshotRecord.coordinate: object expected");
                message.coordinate = $root.agent.Coordinate.fromObject(object.coordinate, _depth + 1);
            }
            if (object.serviceIndex != null) {
                if (!$util.isObject(object.serviceIndex))
                    throw $TypeError(".agent.SnapshotRecord.serviceIndex: object expected");
                message.serviceIndex = $root.agent.ServiceIndex.fromObject(object.serviceIndex, _depth + 1);
            }
            if (object.trailer != null) {
                if (!$util.isObject(object.trailer))
                    throw $TypeError(".agent.SnapshotRecord.trailer: object expected");
                message.trailer = $root.agent.SnapshotTrailer.fromObject(object.trailer, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a SnapshotRecord message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.SnapshotRecord
         * @static
         * @param {agent.SnapshotRecord} message SnapshotRecord
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        SnapshotRecord.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (message.header != null && $Object.hasOwnProperty.call(message, "header")) {
                object.header = $root.agent.SnapshotHeader.toObject(message.header, options, _depth + 1);
                if (options.oneofs)
                    object.body = "header";
            }
            if (message.node != null && $Object.hasOwnProperty.call(message, "node")) {
                object.node = $root.agent.Node.toObject(message.node, options, _depth + 1);
                if (options.oneofs)
                    object.body = "node";
            }
            if (message.service != null && $Object.hasOwnProperty.call(message, "service")) {
                object.service = $root.agent.Service.toObject(message.service, options, _depth + 1);
                if (options.oneofs)
                    object.body = "service";
            }
            if (message.check != null && $Object.hasOwnProperty.call(message, "check")) {
                object.check = $root.agent.Check.toObject(message.check, options, _depth + 1);
                if (options.oneofs)
                    object.body = "check";
            }
            if (message.kv != null && $Object.hasOwnProperty.call(message, "kv")) {
                object.kv = $root.agent.KvPair.toObject(message.kv, options, _depth + 1);
                if (options.oneofs)
                    object.body = "kv";
            }
            if (message.tombstone != null && $Object.hasOwnProperty.call(message, "tombstone")) {
                object.tombstone = $root.agent.Tombstone.toObject(message.tombstone, options, _depth + 1);
                if (options.oneofs)
                    object.body = "tombstone";
            }
            if (message.area != null && $Object.hasOwnProperty.call(message, "area")) {
                object.area = $root.agent.Area.toObject(message.area, options, _depth + 1);
                if (options.oneofs)
                    object.body = "area";
            }
            if (message.coordinate != null && $Object.hasOwnProperty.call(message, "coordinate")) {
                object.coordinate = $root.agent.Coordinate.toObject(message.coordinate, options, _depth + 1);
                if (options.oneofs)
                    object.body = "coordinate";
            }
            if (message.serviceIndex != null && $Object.hasOwnProperty.call(message, "serviceIndex")) {
                object.serviceIndex = $root.agent.ServiceIndex.toObject(message.serviceIndex, options, _depth + 1);
                if (options.oneofs)
                    object.body = "serviceIndex";
            }
            if (message.trailer != null && $Object.hasOwnProperty.call(message, "trailer")) {
                object.trailer = $root.agent.SnapshotTrailer.toObject(message.trailer, options, _depth + 1);
                if (options.oneofs)
                    object.body = "trailer";
            }
            return object;
        };

        /**
         * Converts this SnapshotRecord to JSON.
         * @function toJSON
         * @memberof agent.SnapshotRecord
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        SnapshotRecord.prototype.toJSON = function() {
            return SnapshotRecord.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for SnapshotRecord
         * @function getTypeUrl
         * @memberof agent.SnapshotRecord
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SnapshotRecord.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.SnapshotRecord";
        };

        return SnapshotRecord;
    })();

    agent.SnapshotHeader = (function() {

        /**
         * Properties of a SnapshotHeader.
         * @typedef {Object} agent.SnapshotHeader.$Properties
         * @property {number|null} [formatVersion] SnapshotHeader formatVersion
         * @property {Object.<string,number>|null} [tableIndexes] SnapshotHeader tableIndexes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SnapshotHeader.
         * @memberof agent
         * @interface ISnapshotHeader
         * @augments agent.SnapshotHeader.$Properties
         * @deprecated Use agent.SnapshotHeader.$Properties instead.
         */

        /**
         * Shape of a SnapshotHeader.
         * @typedef {agent.SnapshotHeader.$Properties} agent.SnapshotHeader.$Shape
         */

        /**
         * Constructs a new SnapshotHeader.
         * @memberof agent
         * @classdesc Represents a SnapshotHeader.
         * @constructor
         * @param {agent.SnapshotHeader.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SnapshotHeader = function (properties) {
            this.tableIndexes = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SnapshotHeader formatVersion.
         * @member {number} formatVersion
         * @memberof agent.SnapshotHeader
         * @instance
         */
        SnapshotHeader.prototype.formatVersion = 0;

        /**
         * SnapshotHeader tableIndexes.
         * @member {Object.<string,number>} tableIndexes
         * @memberof agent.SnapshotHeader
         * @instance
         */
        SnapshotHeader.prototype.tableIndexes = $util.emptyObject;

        /**
         * Creates a new SnapshotHeader instance using the specified properties.
         * @function create
         * @memberof agent.SnapshotHeader
         * @static
         * @param {agent.SnapshotHeader.$Properties=} [properties] Properties to set
         * @returns {agent.SnapshotHeader} SnapshotHeader instance
         * @type {{
         *   (properties: agent.SnapshotHeader.$Shape): agent.SnapshotHeader & agent.SnapshotHeader.$Shape;
         *   (properties?: agent.SnapshotHeader.$Properties): agent.SnapshotHeader;
         * }}
         */
        SnapshotHeader.create = function(properties) {
            return new SnapshotHeader(properties);
        };

        /**
         * Encodes the specified SnapshotHeader message. Does not implicitly {@link agent.SnapshotHeader.verify|verify} messages.
         * @function encode
         * @memberof agent.SnapshotHeader
         * @static
         * @param {agent.SnapshotHeader.$Properties} message SnapshotHeader message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SnapshotHeader.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.formatVersion != null && $Object.hasOwnProperty.call(message, "formatVersion") && message.formatVersion !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.formatVersion);
            if (message.tableIndexes != null && $Object.hasOwnProperty.call(message, "tableIndexes"))
                for (let keys = $Object.keys(message.tableIndexes), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 0 =*/16).uint64(message.tableIndexes[keys[i]]).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified SnapshotHeader message, length delimited. Does not implicitly {@link agent.SnapshotHeader.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.SnapshotHeader
         * @static
         * @param {agent.SnapshotHeader.$Properties} message SnapshotHeader message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SnapshotHeader.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a SnapshotHeader message from the specified reader or buffer.
         * @function decode
         * @memberof agent.SnapshotHeader
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.SnapshotHeader & agent.SnapshotHeader.$Shape} SnapshotHeader
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SnapshotHeader.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.agent.SnapshotHeader();
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
                            message.formatVersion = value;
                        else
                            delete message.formatVersion;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (message.tableIndexes === $util.emptyObject)
                            message.tableIndexes = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = $util.Long ? $util.Long.fromNumber(0, true) : 0;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 0)
                                    break;
                                value = reader.uint64();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.tableIndexes, key);
                        message.tableIndexes[key] = value;
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

        /**
         * Decodes a SnapshotHeader message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.SnapshotHeader
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.SnapshotHeader & agent.SnapshotHeader.$Shape} SnapshotHeader
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SnapshotHeader.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a SnapshotHeader message.
         * @function verify
         * @memberof agent.SnapshotHeader
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        SnapshotHeader.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.formatVersion != null && $Object.hasOwnProperty.call(message, "formatVersion"))
                if (!$util.isInteger(message.formatVersion))
                    return "formatVersion: integer expected";
            if (message.tableIndexes != null && $Object.hasOwnProperty.call(message, "tableIndexes")) {
                if (!$util.isObject(message.tableIndexes))
                    return "tableIndexes: object expected";
                let key = $Object.keys(message.tableIndexes);
                for (let i = 0; i < key.length; ++i)
                    if (!$util.isInteger(message.tableIndexes[key[i]]) && !(message.tableIndexes[key[i]] && $util.isInteger(message.tableIndexes[key[i]].low) && $util.isInteger(message.tableIndexes[key[i]].high)))
                        return "tableIndexes: integer|Long{k:string} expected";
            }
            return null;
        };

        /**
         * Creates a SnapshotHeader message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.SnapshotHeader
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.SnapshotHeader} SnapshotHeader
         */
        SnapshotHeader.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.SnapshotHeader)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.SnapshotHeader: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.SnapshotHeader();
            if (object.formatVersion != null)
                if ($Number(object.formatVersion) !== 0)
                    message.formatVersion = object.formatVersion >>> 0;
            if (object.tableIndexes) {
                if (!$util.isObject(object.tableIndexes))
                    throw $TypeError(".agent.SnapshotHeader.tableIndexes: object expected");
                message.tableIndexes = {};
                for (let keys = $Object.keys(object.tableIndexes), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.tableIndexes, keys[i]);
                    if ($util.Long)
                        message.tableIndexes[keys[i]] = $util.Long.fromValue(object.tableIndexes[keys[i]], true);
                    else if (typeof object.tableIndexes[keys[i]] === "string")
                        message.tableIndexes[keys[i]] = $parseInt(object.tableIndexes[keys[i]], 10);
                    else if (typeof object.tableIndexes[keys[i]] === "number")
                        message.tableIndexes[keys[i]] = object.tableIndexes[keys[i]];
                    else if (typeof object.tableIndexes[keys[i]] === "object")
                        message.tableIndexes[keys[i]] = new $util.LongBits(object.tableIndexes[keys[i]].low >>> 0, object.tableIndexes[keys[i]].high >>> 0).toNumber(true);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a SnapshotHeader message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.SnapshotHeader
         * @static
         * @param {agent.SnapshotHeader} message SnapshotHeader
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        SnapshotHeader.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.tableIndexes = {};
            if (options.defaults)
                object.formatVersion = 0;
            if (message.formatVersion != null && $Object.hasOwnProperty.call(message, "formatVersion"))
                object.formatVersion = message.formatVersion;
            let keys2;
            if (message.tableIndexes && (keys2 = $Object.keys(message.tableIndexes)).length) {
                object.tableIndexes = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.tableIndexes, keys2[j]);
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.tableIndexes[keys2[j]] = typeof message.tableIndexes[keys2[j]] === "number" ? $BigInt(message.tableIndexes[keys2[j]]) : $util.Long.fromBits(message.tableIndexes[keys2[j]].low >>> 0, message.tableIndexes[keys2[j]].high >>> 0, true).toBigInt();
                    else if (typeof message.tableIndexes[keys2[j]] === "number")
                        object.tableIndexes[keys2[j]] = options.longs === $String ? $String(message.tableIndexes[keys2[j]]) : message.tableIndexes[keys2[j]];
                    else
                        object.tableIndexes[keys2[j]] = options.longs === $String ? $util.Long.prototype.toString.call(message.tableIndexes[keys2[j]]) : options.longs === $Number ? new $util.LongBits(message.tableIndexes[keys2[j]].low >>> 0, message.tableIndexes[keys2[j]].high >>> 0).toNumber(true) : message.tableIndexes[keys2[j]];
                }
            }
            return object;
        };

        /**
         * Converts this SnapshotHeader to JSON.
         * @function toJSON
         * @memberof agent.SnapshotHeader
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        SnapshotHeader.prototype.toJSON = function() {
            return SnapshotHeader.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for SnapshotHeader
         * @function getTypeUrl
         * @memberof agent.SnapshotHeader
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SnapshotHeader.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.SnapshotHeader";
        };

        return SnapshotHeader;
    })();

    agent.Tombstone = (function() {

        /**
         * Properties of a Tombstone.
         * @typedef {Object} agent.Tombstone.$Properties
         * @property {Uint8Array|null} [key] Tombstone key
         * @property {number|null} [index] Tombstone index
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Tombstone.
         * @memberof agent
         * @interface ITombstone
         * @augments agent.Tombstone.$Properties
         * @deprecated Use agent.Tombstone.$Properties instead.
         */

        /**
         * Shape of a Tombstone.
         * @typedef {agent.Tombstone.$Properties} agent.Tombstone.$Shape
         */

        /**
         * Constructs a new Tombstone.
         * @memberof agent
         * @classdesc Represents a Tombstone.
         * @constructor
         * @param {agent.Tombstone.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Tombstone = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Tombstone key.
         * @member {Uint8Array} key
         * @memberof agent.Tombstone
         * @instance
         */
        Tombstone.prototype.key = $util.newBuffer([]);

        /**
         * Tombstone index.
         * @member {number} index
         * @memberof agent.Tombstone
         * @instance
         */
        Tombstone.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Tombstone instance using the specified properties.
         * @function create
         * @memberof agent.Tombstone
         * @static
         * @param {agent.Tombstone.$Properties=} [properties] Properties to set
         * @returns {agent.Tombstone} Tombstone instance
         * @type {{
         *   (properties: agent.Tombstone.$Shape): agent.Tombstone & agent.Tombstone.$Shape;
         *   (properties?: agent.Tombstone.$Properties): agent.Tombstone;
         * }}
         */
        Tombstone.create = function(properties) {
            return new Tombstone(properties);
        };

        /**
         * Encodes the specified Tombstone message. Does not implicitly {@link agent.Tombstone.verify|verify} messages.
         * @function encode
         * @memberof agent.Tombstone
         * @static
         * @param {agent.Tombstone.$Properties} message Tombstone message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Tombstone.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified Tombstone message, length delimited. Does not implicitly {@link agent.Tombstone.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.Tombstone
         * @static
         * @param {agent.Tombstone.$Properties} message Tombstone message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Tombstone.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a Tombstone message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Tombstone
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Tombstone & agent.Tombstone.$Shape} Tombstone
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Tombstone.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Tombstone();
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
                        if ((value = reader.bytes()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.index = value;
                        else
                            delete message.index;
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

        /**
         * Decodes a Tombstone message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.Tombstone
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.Tombstone & agent.Tombstone.$Shape} Tombstone
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Tombstone.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a Tombstone message.
         * @function verify
         * @memberof agent.Tombstone
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Tombstone.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                if (!(message.key && typeof message.key.length === "number" || $util.isString(message.key)))
                    return "key: buffer expected";
            if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                if (!$util.isInteger(message.index) && !(message.index && $util.isInteger(message.index.low) && $util.isInteger(message.index.high)))
                    return "index: integer|Long expected";
            return null;
        };

        /**
         * Creates a Tombstone message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.Tombstone
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.Tombstone} Tombstone
         */
        Tombstone.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.Tombstone)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.Tombstone: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.Tombstone();
            if (object.key != null)
                if (object.key.length)
                    if (typeof object.key === "string")
                        $util.base64.decode(object.key, message.key = $util.newBuffer($util.base64.length(object.key)), 0);
                    else if (object.key.length >= 0)
                        message.key = object.key;
            if (object.index != null)
                if (typeof object.index === "object" ? object.index.low || object.index.high : $Number(object.index) !== 0)
                    if ($util.Long)
                        message.index = $util.Long.fromValue(object.index, true);
                    else if (typeof object.index === "string")
                        message.index = $parseInt(object.index, 10);
                    else if (typeof object.index === "number")
                        message.index = object.index;
                    else if (typeof object.index === "object")
                        message.index = new $util.LongBits(object.index.low >>> 0, object.index.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from a Tombstone message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.Tombstone
         * @static
         * @param {agent.Tombstone} message Tombstone
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Tombstone.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if (options.bytes === $String)
                    object.key = "";
                else {
                    object.key = [];
                    if (options.bytes !== $Array)
                        object.key = $util.newBuffer(object.key);
                }
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.index = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.index = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                object.key = options.bytes === $String ? $util.base64.encode(message.key, 0, message.key.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.key) : message.key;
            if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.index = typeof message.index === "number" ? $BigInt(message.index) : $util.Long.fromBits(message.index.low >>> 0, message.index.high >>> 0, true).toBigInt();
                else if (typeof message.index === "number")
                    object.index = options.longs === $String ? $String(message.index) : message.index;
                else
                    object.index = options.longs === $String ? $util.Long.prototype.toString.call(message.index) : options.longs === $Number ? new $util.LongBits(message.index.low >>> 0, message.index.high >>> 0).toNumber(true) : message.index;
            return object;
        };

        /**
         * Converts this Tombstone to JSON.
         * @function toJSON
         * @memberof agent.Tombstone
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Tombstone.prototype.toJSON = function() {
            return Tombstone.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Tombstone
         * @function getTypeUrl
         * @memberof agent.Tombstone
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Tombstone.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.Tombstone";
        };

        return Tombstone;
    })();

    agent.ServiceIndex = (function() {

        /**
         * Properties of a ServiceIndex.
         * @typedef {Object} agent.ServiceIndex.$Properties
         * @property {string|null} [service] ServiceIndex service
         * @property {number|null} [index] ServiceIndex index
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ServiceIndex.
         * @memberof agent
         * @interface IServiceIndex
         * @augments agent.ServiceIndex.$Properties
         * @deprecated Use agent.ServiceIndex.$Properties instead.
         */

        /**
         * Shape of a ServiceIndex.
         * @typedef {agent.ServiceIndex.$Properties} agent.ServiceIndex.$Shape
         */

        /**
         * Constructs a new ServiceIndex.
         * @memberof agent
         * @classdesc Represents a ServiceIndex.
         * @constructor
         * @param {agent.ServiceIndex.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ServiceIndex = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ServiceIndex service.
         * @member {string} service
         * @memberof agent.ServiceIndex
         * @instance
         */
        ServiceIndex.prototype.service = "";

        /**
         * ServiceIndex index.
         * @member {number} index
         * @memberof agent.ServiceIndex
         * @instance
         */
        ServiceIndex.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new ServiceIndex instance using the specified properties.
         * @function create
         * @memberof agent.ServiceIndex
         * @static
         * @param {agent.ServiceIndex.$Properties=} [properties] Properties to set
         * @returns {agent.ServiceIndex} ServiceIndex instance
         * @type {{
         *   (properties: agent.ServiceIndex.$Shape): agent.ServiceIndex & agent.ServiceIndex.$Shape;
         *   (properties?: agent.ServiceIndex.$Properties): agent.ServiceIndex;
         * }}
         */
        ServiceIndex.create = function(properties) {
            return new ServiceIndex(properties);
        };

        /**
         * Encodes the specified ServiceIndex message. Does not implicitly {@link agent.ServiceIndex.verify|verify} messages.
         * @function encode
         * @memberof agent.ServiceIndex
         * @static
         * @param {agent.ServiceIndex.$Properties} message ServiceIndex message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceIndex.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.service);
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified ServiceIndex message, length delimited. Does not implicitly {@link agent.ServiceIndex.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.ServiceIndex
         * @static
         * @param {agent.ServiceIndex.$Properties} message ServiceIndex message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ServiceIndex.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a ServiceIndex message from the specified reader or buffer.
         * @function decode
         * @memberof agent.ServiceIndex
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.ServiceIndex & agent.ServiceIndex.$Shape} ServiceIndex
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceIndex.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.ServiceIndex();
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
                            message.service = value;
                        else
                            delete message.service;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.index = value;
                        else
                            delete message.index;
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

        /**
         * Decodes a ServiceIndex message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.ServiceIndex
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.ServiceIndex & agent.ServiceIndex.$Shape} ServiceIndex
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ServiceIndex.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a ServiceIndex message.
         * @function verify
         * @memberof agent.ServiceIndex
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ServiceIndex.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                if (!$util.isString(message.service))
                    return "service: string expected";
            if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                if (!$util.isInteger(message.index) && !(message.index && $util.isInteger(message.index.low) && $util.isInteger(message.index.high)))
                    return "index: integer|Long expected";
            return null;
        };

        /**
         * Creates a ServiceIndex message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.ServiceIndex
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.ServiceIndex} ServiceIndex
         */
        ServiceIndex.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.ServiceIndex)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.ServiceIndex: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.ServiceIndex();
            if (object.service != null)
                if (typeof object.service !== "string" || object.service.length)
                    message.service = $String(object.service);
            if (object.index != null)
                if (typeof object.index === "object" ? object.index.low || object.index.high : $Number(object.index) !== 0)
                    if ($util.Long)
                        message.index = $util.Long.fromValue(object.index, true);
                    else if (typeof object.index === "string")
                        message.index = $parseInt(object.index, 10);
                    else if (typeof object.index === "number")
                        message.index = object.index;
                    else if (typeof object.index === "object")
                        message.index = new $util.LongBits(object.index.low >>> 0, object.index.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from a ServiceIndex message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.ServiceIndex
         * @static
         * @param {agent.ServiceIndex} message ServiceIndex
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ServiceIndex.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.service = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.index = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.index = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                object.service = message.service;
            if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.index = typeof message.index === "number" ? $BigInt(message.index) : $util.Long.fromBits(message.index.low >>> 0, message.index.high >>> 0, true).toBigInt();
                else if (typeof message.index === "number")
                    object.index = options.longs === $String ? $String(message.index) : message.index;
                else
                    object.index = options.longs === $String ? $util.Long.prototype.toString.call(message.index) : options.longs === $Number ? new $util.LongBits(message.index.low >>> 0, message.index.high >>> 0).toNumber(true) : message.index;
            return object;
        };

        /**
         * Converts this ServiceIndex to JSON.
         * @function toJSON
         * @memberof agent.ServiceIndex
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ServiceIndex.prototype.toJSON = function() {
            return ServiceIndex.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ServiceIndex
         * @function getTypeUrl
         * @memberof agent.ServiceIndex
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ServiceIndex.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.ServiceIndex";
        };

        return ServiceIndex;
    })();

    agent.SnapshotTrailer = (function() {

        /**
         * Properties of a SnapshotTrailer.
         * @typedef {Object} agent.SnapshotTrailer.$Properties
         * @property {number|null} [recordCount] SnapshotTrailer recordCount
         * @property {number|null} [hashLow] SnapshotTrailer hashLow
         * @property {number|null} [hashHigh] SnapshotTrailer hashHigh
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SnapshotTrailer.
         * @memberof agent
         * @interface ISnapshotTrailer
         * @augments agent.SnapshotTrailer.$Properties
         * @deprecated Use agent.SnapshotTrailer.$Properties instead.
         */

        /**
         * Shape of a SnapshotTrailer.
         * @typedef {agent.SnapshotTrailer.$Properties} agent.SnapshotTrailer.$Shape
         */

        /**
         * Constructs a new SnapshotTrailer.
         * @memberof agent
         * @classdesc Represents a SnapshotTrailer.
         * @constructor
         * @param {agent.SnapshotTrailer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SnapshotTrailer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SnapshotTrailer recordCount.
         * @member {number} recordCount
         * @memberof agent.SnapshotTrailer
         * @instance
         */
        SnapshotTrailer.prototype.recordCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SnapshotTrailer hashLow.
         * @member {number} hashLow
         * @memberof agent.SnapshotTrailer
         * @instance
         */
        SnapshotTrailer.prototype.hashLow = 0;

        /**
         * SnapshotTrailer hashHigh.
         * @member {number} hashHigh
         * @memberof agent.SnapshotTrailer
         * @instance
         */
        SnapshotTrailer.prototype.hashHigh = 0;

        /**
         * Creates a new SnapshotTrailer instance using the specified properties.
         * @function create
         * @memberof agent.SnapshotTrailer
         * @static
         * @param {agent.SnapshotTrailer.$Properties=} [properties] Properties to set
         * @returns {agent.SnapshotTrailer} SnapshotTrailer instance
         * @type {{
         *   (properties: agent.SnapshotTrailer.$Shape): agent.SnapshotTrailer & agent.SnapshotTrailer.$Shape;
         *   (properties?: agent.SnapshotTrailer.$Properties): agent.SnapshotTrailer;
         * }}
         */
        SnapshotTrailer.create = function(properties) {
            return new SnapshotTrailer(properties);
        };

        /**
         * Encodes the specified SnapshotTrailer message. Does not implicitly {@link agent.SnapshotTrailer.verify|verify} messages.
         * @function encode
         * @memberof agent.SnapshotTrailer
         * @static
         * @param {agent.SnapshotTrailer.$Properties} message SnapshotTrailer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SnapshotTrailer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.recordCount != null && $Object.hasOwnProperty.call(message, "recordCount") && (typeof message.recordCount === "object" ? message.recordCount.low || message.recordCount.high : message.recordCount !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.recordCount);
            if (message.hashLow != null && $Object.hasOwnProperty.call(message, "hashLow") && message.hashLow !== 0)
                writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.hashLow);
            if (message.hashHigh != null && $Object.hasOwnProperty.call(message, "hashHigh") && message.hashHigh !== 0)
                writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.hashHigh);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Encodes the specified SnapshotTrailer message, length delimited. Does not implicitly {@link agent.SnapshotTrailer.verify|verify} messages.
         * @function encodeDelimited
         * @memberof agent.SnapshotTrailer
         * @static
         * @param {agent.SnapshotTrailer.$Properties} message SnapshotTrailer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SnapshotTrailer.encodeDelimited = function(message, writer) {
            return this.encode(message, (writer || $Writer.create()).fork()).ldelim();
        };

        /**
         * Decodes a SnapshotTrailer message from the specified reader or buffer.
         * @function decode
         * @memberof agent.SnapshotTrailer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.SnapshotTrailer & agent.SnapshotTrailer.$Shape} SnapshotTrailer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SnapshotTrailer.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.SnapshotTrailer();
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
                            message.recordCount = value;
                        else
                            delete message.recordCount;
                        continue;
                    }
                case 2: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.hashLow = value;
                        else
                            delete message.hashLow;
                        continue;
                    }
                case 3: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.hashHigh = value;
                        else
                            delete message.hashHigh;
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

        /**
         * Decodes a SnapshotTrailer message from the specified reader or buffer, length delimited.
         * @function decodeDelimited
         * @memberof agent.SnapshotTrailer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @returns {agent.SnapshotTrailer & agent.SnapshotTrailer.$Shape} SnapshotTrailer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SnapshotTrailer.decodeDelimited = function(reader) {
            if (!(reader instanceof $Reader))
                reader = new $Reader(reader);
            return this.decode(reader, reader.size());
        };

        /**
         * Verifies a SnapshotTrailer message.
         * @function verify
         * @memberof agent.SnapshotTrailer
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        SnapshotTrailer.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.recordCount != null && $Object.hasOwnProperty.call(message, "recordCount"))
                if (!$util.isInteger(message.recordCount) && !(message.recordCount && $util.isInteger(message.recordCount.low) && $util.isInteger(message.recordCount.high)))
                    return "recordCount: integer|Long expected";
            if (message.hashLow != null && $Object.hasOwnProperty.call(message, "hashLow"))
                if (!$util.isInteger(message.hashLow))
                    return "hashLow: integer expected";
            if (message.hashHigh != null && $Object.hasOwnProperty.call(message, "hashHigh"))
                if (!$util.isInteger(message.hashHigh))
                    return "hashHigh: integer expected";
            return null;
        };

        /**
         * Creates a SnapshotTrailer message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof agent.SnapshotTrailer
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {agent.SnapshotTrailer} SnapshotTrailer
         */
        SnapshotTrailer.fromObject = function (object, _depth) {
            if (object instanceof $root.agent.SnapshotTrailer)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".agent.SnapshotTrailer: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.agent.SnapshotTrailer();
            if (object.recordCount != null)
                if (typeof object.recordCount === "object" ? object.recordCount.low || object.recordCount.high : $Number(object.recordCount) !== 0)
                    if ($util.Long)
                        message.recordCount = $util.Long.fromValue(object.recordCount, true);
                    else if (typeof object.recordCount === "string")
                        message.recordCount = $parseInt(object.recordCount, 10);
                    else if (typeof object.recordCount === "number")
                        message.recordCount = object.recordCount;
                    else if (typeof object.recordCount === "object")
                        message.recordCount = new $util.LongBits(object.recordCount.low >>> 0, object.recordCount.high >>> 0).toNumber(true);
            if (object.hashLow != null)
                if ($Number(object.hashLow) !== 0)
                    message.hashLow = object.hashLow >>> 0;
            if (object.hashHigh != null)
                if ($Number(object.hashHigh) !== 0)
                    message.hashHigh = object.hashHigh >>> 0;
            return message;
        };

        /**
         * Creates a plain object from a SnapshotTrailer message. Also converts values to other types if specified.
         * @function toObject
         * @memberof agent.SnapshotTrailer
         * @static
         * @param {agent.SnapshotTrailer} message SnapshotTrailer
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        SnapshotTrailer.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.recordCount = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.recordCount = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.hashLow = 0;
                object.hashHigh = 0;
            }
            if (message.recordCount != null && $Object.hasOwnProperty.call(message, "recordCount"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.recordCount = typeof message.recordCount === "number" ? $BigInt(message.recordCount) : $util.Long.fromBits(message.recordCount.low >>> 0, message.recordCount.high >>> 0, true).toBigInt();
                else if (typeof message.recordCount === "number")
                    object.recordCount = options.longs === $String ? $String(message.recordCount) : message.recordCount;
                else
                    object.recordCount = options.longs === $String ? $util.Long.prototype.toString.call(message.recordCount) : options.longs === $Number ? new $util.LongBits(message.recordCount.low >>> 0, message.recordCount.high >>> 0).toNumber(true) : message.recordCount;
            if (message.hashLow != null && $Object.hasOwnProperty.call(message, "hashLow"))
                object.hashLow = message.hashLow;
            if (message.hashHigh != null && $Object.hasOwnProperty.call(message, "hashHigh"))
                object.hashHigh = message.hashHigh;
            return object;
        };

        /**
         * Converts this SnapshotTrailer to JSON.
         * @function toJSON
         * @memberof agent.SnapshotTrailer
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        SnapshotTrailer.prototype.toJSON = function() {
            return SnapshotTrailer.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for SnapshotTrailer
         * @function getTypeUrl
         * @memberof agent.SnapshotTrailer
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SnapshotTrailer.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/agent.SnapshotTrailer";
        };

        return SnapshotTrailer;
    })();

    return agent;
})();

export {
  $root as default
};
