/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import * as $protobuf from "@konsul/rpc/protobuf";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

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

    agent.NoRequest = (function() {

        /**
         * Properties of a NoRequest.
         * @typedef {Object} agent.NoRequest.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NoRequest.
         * @memberof agent
         * @interface INoRequest
         * @augments agent.NoRequest.$Properties
         * @deprecated Use agent.NoRequest.$Properties instead.
         */

        /**
         * Shape of a NoRequest.
         * @typedef {agent.NoRequest.$Properties} agent.NoRequest.$Shape
         */

        /**
         * Constructs a new NoRequest.
         * @memberof agent
         * @classdesc Represents a NoRequest.
         * @constructor
         * @param {agent.NoRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NoRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new NoRequest instance using the specified properties.
         * @function create
         * @memberof agent.NoRequest
         * @static
         * @param {agent.NoRequest.$Properties=} [properties] Properties to set
         * @returns {agent.NoRequest} NoRequest instance
         * @type {{
         *   (properties: agent.NoRequest.$Shape): agent.NoRequest & agent.NoRequest.$Shape;
         *   (properties?: agent.NoRequest.$Properties): agent.NoRequest;
         * }}
         */
        NoRequest.create = function(properties) {
            return new NoRequest(properties);
        };

        /**
         * Encodes the specified NoRequest message. Does not implicitly {@link agent.NoRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.NoRequest
         * @static
         * @param {agent.NoRequest.$Properties} message NoRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NoRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a NoRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.NoRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.NoRequest & agent.NoRequest.$Shape} NoRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NoRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.NoRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
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

        return NoRequest;
    })();

    agent.Text = (function() {

        /**
         * Properties of a Text.
         * @typedef {Object} agent.Text.$Properties
         * @property {string|null} [text] Text text
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Text.
         * @memberof agent
         * @interface IText
         * @augments agent.Text.$Properties
         * @deprecated Use agent.Text.$Properties instead.
         */

        /**
         * Shape of a Text.
         * @typedef {agent.Text.$Properties} agent.Text.$Shape
         */

        /**
         * Constructs a new Text.
         * @memberof agent
         * @classdesc Represents a Text.
         * @constructor
         * @param {agent.Text.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Text = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Text text.
         * @member {string} text
         * @memberof agent.Text
         * @instance
         */
        Text.prototype.text = "";

        /**
         * Creates a new Text instance using the specified properties.
         * @function create
         * @memberof agent.Text
         * @static
         * @param {agent.Text.$Properties=} [properties] Properties to set
         * @returns {agent.Text} Text instance
         * @type {{
         *   (properties: agent.Text.$Shape): agent.Text & agent.Text.$Shape;
         *   (properties?: agent.Text.$Properties): agent.Text;
         * }}
         */
        Text.create = function(properties) {
            return new Text(properties);
        };

        /**
         * Encodes the specified Text message. Does not implicitly {@link agent.Text.verify|verify} messages.
         * @function encode
         * @memberof agent.Text
         * @static
         * @param {agent.Text.$Properties} message Text message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Text.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.text);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Text message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Text
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Text & agent.Text.$Shape} Text
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Text.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Text();
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
                            message.text = value;
                        else
                            delete message.text;
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

        return Text;
    })();

    agent.Texts = (function() {

        /**
         * Properties of a Texts.
         * @typedef {Object} agent.Texts.$Properties
         * @property {Array.<string>|null} [texts] Texts texts
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Texts.
         * @memberof agent
         * @interface ITexts
         * @augments agent.Texts.$Properties
         * @deprecated Use agent.Texts.$Properties instead.
         */

        /**
         * Shape of a Texts.
         * @typedef {agent.Texts.$Properties} agent.Texts.$Shape
         */

        /**
         * Constructs a new Texts.
         * @memberof agent
         * @classdesc Represents a Texts.
         * @constructor
         * @param {agent.Texts.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Texts = function (properties) {
            this.texts = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Texts texts.
         * @member {Array.<string>} texts
         * @memberof agent.Texts
         * @instance
         */
        Texts.prototype.texts = $util.emptyArray;

        /**
         * Creates a new Texts instance using the specified properties.
         * @function create
         * @memberof agent.Texts
         * @static
         * @param {agent.Texts.$Properties=} [properties] Properties to set
         * @returns {agent.Texts} Texts instance
         * @type {{
         *   (properties: agent.Texts.$Shape): agent.Texts & agent.Texts.$Shape;
         *   (properties?: agent.Texts.$Properties): agent.Texts;
         * }}
         */
        Texts.create = function(properties) {
            return new Texts(properties);
        };

        /**
         * Encodes the specified Texts message. Does not implicitly {@link agent.Texts.verify|verify} messages.
         * @function encode
         * @memberof agent.Texts
         * @static
         * @param {agent.Texts.$Properties} message Texts message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Texts.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.texts != null && message.texts.length)
                for (let i = 0; i < message.texts.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.texts[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Texts message from the specified reader or buffer.
         * @function decode
         * @memberof agent.Texts
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.Texts & agent.Texts.$Shape} Texts
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Texts.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.Texts();
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
                        if (!(message.texts && message.texts.length))
                            message.texts = [];
                        message.texts.push(reader.stringVerify());
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

        return Texts;
    })();

    agent.RaftServers = (function() {

        /**
         * Properties of a RaftServers.
         * @typedef {Object} agent.RaftServers.$Properties
         * @property {Array.<agent.RaftServer.$Properties>|null} [servers] RaftServers servers
         * @property {number|null} [index] RaftServers index
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RaftServers.
         * @memberof agent
         * @interface IRaftServers
         * @augments agent.RaftServers.$Properties
         * @deprecated Use agent.RaftServers.$Properties instead.
         */

        /**
         * Shape of a RaftServers.
         * @typedef {agent.RaftServers.$Properties} agent.RaftServers.$Shape
         */

        /**
         * Constructs a new RaftServers.
         * @memberof agent
         * @classdesc Represents a RaftServers.
         * @constructor
         * @param {agent.RaftServers.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RaftServers = function (properties) {
            this.servers = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RaftServers servers.
         * @member {Array.<agent.RaftServer.$Properties>} servers
         * @memberof agent.RaftServers
         * @instance
         */
        RaftServers.prototype.servers = $util.emptyArray;

        /**
         * RaftServers index.
         * @member {number} index
         * @memberof agent.RaftServers
         * @instance
         */
        RaftServers.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new RaftServers instance using the specified properties.
         * @function create
         * @memberof agent.RaftServers
         * @static
         * @param {agent.RaftServers.$Properties=} [properties] Properties to set
         * @returns {agent.RaftServers} RaftServers instance
         * @type {{
         *   (properties: agent.RaftServers.$Shape): agent.RaftServers & agent.RaftServers.$Shape;
         *   (properties?: agent.RaftServers.$Properties): agent.RaftServers;
         * }}
         */
        RaftServers.create = function(properties) {
            return new RaftServers(properties);
        };

        /**
         * Encodes the specified RaftServers message. Does not implicitly {@link agent.RaftServers.verify|verify} messages.
         * @function encode
         * @memberof agent.RaftServers
         * @static
         * @param {agent.RaftServers.$Properties} message RaftServers message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RaftServers.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.servers != null && message.servers.length)
                for (let i = 0; i < message.servers.length; ++i)
                    $root.agent.RaftServer.encode(message.servers[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RaftServers message from the specified reader or buffer.
         * @function decode
         * @memberof agent.RaftServers
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.RaftServers & agent.RaftServers.$Shape} RaftServers
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RaftServers.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.RaftServers();
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
                        if (!(message.servers && message.servers.length))
                            message.servers = [];
                        message.servers.push($root.agent.RaftServer.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return RaftServers;
    })();

    agent.RaftServer = (function() {

        /**
         * Properties of a RaftServer.
         * @typedef {Object} agent.RaftServer.$Properties
         * @property {string|null} [id] RaftServer id
         * @property {string|null} [node] RaftServer node
         * @property {string|null} [address] RaftServer address
         * @property {boolean|null} [isLeader] RaftServer isLeader
         * @property {boolean|null} [isVoter] RaftServer isVoter
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RaftServer.
         * @memberof agent
         * @interface IRaftServer
         * @augments agent.RaftServer.$Properties
         * @deprecated Use agent.RaftServer.$Properties instead.
         */

        /**
         * Shape of a RaftServer.
         * @typedef {agent.RaftServer.$Properties} agent.RaftServer.$Shape
         */

        /**
         * Constructs a new RaftServer.
         * @memberof agent
         * @classdesc Represents a RaftServer.
         * @constructor
         * @param {agent.RaftServer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RaftServer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RaftServer id.
         * @member {string} id
         * @memberof agent.RaftServer
         * @instance
         */
        RaftServer.prototype.id = "";

        /**
         * RaftServer node.
         * @member {string} node
         * @memberof agent.RaftServer
         * @instance
         */
        RaftServer.prototype.node = "";

        /**
         * RaftServer address.
         * @member {string} address
         * @memberof agent.RaftServer
         * @instance
         */
        RaftServer.prototype.address = "";

        /**
         * RaftServer isLeader.
         * @member {boolean} isLeader
         * @memberof agent.RaftServer
         * @instance
         */
        RaftServer.prototype.isLeader = false;

        /**
         * RaftServer isVoter.
         * @member {boolean} isVoter
         * @memberof agent.RaftServer
         * @instance
         */
        RaftServer.prototype.isVoter = false;

        /**
         * Creates a new RaftServer instance using the specified properties.
         * @function create
         * @memberof agent.RaftServer
         * @static
         * @param {agent.RaftServer.$Properties=} [properties] Properties to set
         * @returns {agent.RaftServer} RaftServer instance
         * @type {{
         *   (properties: agent.RaftServer.$Shape): agent.RaftServer & agent.RaftServer.$Shape;
         *   (properties?: agent.RaftServer.$Properties): agent.RaftServer;
         * }}
         */
        RaftServer.create = function(properties) {
            return new RaftServer(properties);
        };

        /**
         * Encodes the specified RaftServer message. Does not implicitly {@link agent.RaftServer.verify|verify} messages.
         * @function encode
         * @memberof agent.RaftServer
         * @static
         * @param {agent.RaftServer.$Properties} message RaftServer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RaftServer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.node);
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.address);
            if (message.isLeader != null && $Object.hasOwnProperty.call(message, "isLeader") && message.isLeader !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.isLeader);
            if (message.isVoter != null && $Object.hasOwnProperty.call(message, "isVoter") && message.isVoter !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.isVoter);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RaftServer message from the specified reader or buffer.
         * @function decode
         * @memberof agent.RaftServer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.RaftServer & agent.RaftServer.$Shape} RaftServer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RaftServer.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.RaftServer();
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
                            message.node = value;
                        else
                            delete message.node;
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
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isLeader = value;
                        else
                            delete message.isLeader;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isVoter = value;
                        else
                            delete message.isVoter;
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

        return RaftServer;
    })();

    agent.RaftPeerRequest = (function() {

        /**
         * Properties of a RaftPeerRequest.
         * @typedef {Object} agent.RaftPeerRequest.$Properties
         * @property {string|null} [id] RaftPeerRequest id
         * @property {string|null} [address] RaftPeerRequest address
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RaftPeerRequest.
         * @memberof agent
         * @interface IRaftPeerRequest
         * @augments agent.RaftPeerRequest.$Properties
         * @deprecated Use agent.RaftPeerRequest.$Properties instead.
         */

        /**
         * Shape of a RaftPeerRequest.
         * @typedef {agent.RaftPeerRequest.$Properties} agent.RaftPeerRequest.$Shape
         */

        /**
         * Constructs a new RaftPeerRequest.
         * @memberof agent
         * @classdesc Represents a RaftPeerRequest.
         * @constructor
         * @param {agent.RaftPeerRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RaftPeerRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RaftPeerRequest id.
         * @member {string} id
         * @memberof agent.RaftPeerRequest
         * @instance
         */
        RaftPeerRequest.prototype.id = "";

        /**
         * RaftPeerRequest address.
         * @member {string} address
         * @memberof agent.RaftPeerRequest
         * @instance
         */
        RaftPeerRequest.prototype.address = "";

        /**
         * Creates a new RaftPeerRequest instance using the specified properties.
         * @function create
         * @memberof agent.RaftPeerRequest
         * @static
         * @param {agent.RaftPeerRequest.$Properties=} [properties] Properties to set
         * @returns {agent.RaftPeerRequest} RaftPeerRequest instance
         * @type {{
         *   (properties: agent.RaftPeerRequest.$Shape): agent.RaftPeerRequest & agent.RaftPeerRequest.$Shape;
         *   (properties?: agent.RaftPeerRequest.$Properties): agent.RaftPeerRequest;
         * }}
         */
        RaftPeerRequest.create = function(properties) {
            return new RaftPeerRequest(properties);
        };

        /**
         * Encodes the specified RaftPeerRequest message. Does not implicitly {@link agent.RaftPeerRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.RaftPeerRequest
         * @static
         * @param {agent.RaftPeerRequest.$Properties} message RaftPeerRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RaftPeerRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RaftPeerRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.RaftPeerRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.RaftPeerRequest & agent.RaftPeerRequest.$Shape} RaftPeerRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RaftPeerRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.RaftPeerRequest();
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
                            message.address = value;
                        else
                            delete message.address;
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

        return RaftPeerRequest;
    })();

    agent.AreaJoinRequest = (function() {

        /**
         * Properties of an AreaJoinRequest.
         * @typedef {Object} agent.AreaJoinRequest.$Properties
         * @property {string|null} [areaId] AreaJoinRequest areaId
         * @property {Array.<string>|null} [addresses] AreaJoinRequest addresses
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AreaJoinRequest.
         * @memberof agent
         * @interface IAreaJoinRequest
         * @augments agent.AreaJoinRequest.$Properties
         * @deprecated Use agent.AreaJoinRequest.$Properties instead.
         */

        /**
         * Shape of an AreaJoinRequest.
         * @typedef {agent.AreaJoinRequest.$Properties} agent.AreaJoinRequest.$Shape
         */

        /**
         * Constructs a new AreaJoinRequest.
         * @memberof agent
         * @classdesc Represents an AreaJoinRequest.
         * @constructor
         * @param {agent.AreaJoinRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AreaJoinRequest = function (properties) {
            this.addresses = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AreaJoinRequest areaId.
         * @member {string} areaId
         * @memberof agent.AreaJoinRequest
         * @instance
         */
        AreaJoinRequest.prototype.areaId = "";

        /**
         * AreaJoinRequest addresses.
         * @member {Array.<string>} addresses
         * @memberof agent.AreaJoinRequest
         * @instance
         */
        AreaJoinRequest.prototype.addresses = $util.emptyArray;

        /**
         * Creates a new AreaJoinRequest instance using the specified properties.
         * @function create
         * @memberof agent.AreaJoinRequest
         * @static
         * @param {agent.AreaJoinRequest.$Properties=} [properties] Properties to set
         * @returns {agent.AreaJoinRequest} AreaJoinRequest instance
         * @type {{
         *   (properties: agent.AreaJoinRequest.$Shape): agent.AreaJoinRequest & agent.AreaJoinRequest.$Shape;
         *   (properties?: agent.AreaJoinRequest.$Properties): agent.AreaJoinRequest;
         * }}
         */
        AreaJoinRequest.create = function(properties) {
            return new AreaJoinRequest(properties);
        };

        /**
         * Encodes the specified AreaJoinRequest message. Does not implicitly {@link agent.AreaJoinRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.AreaJoinRequest
         * @static
         * @param {agent.AreaJoinRequest.$Properties} message AreaJoinRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AreaJoinRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.areaId != null && $Object.hasOwnProperty.call(message, "areaId") && message.areaId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.areaId);
            if (message.addresses != null && message.addresses.length)
                for (let i = 0; i < message.addresses.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.addresses[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AreaJoinRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.AreaJoinRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.AreaJoinRequest & agent.AreaJoinRequest.$Shape} AreaJoinRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AreaJoinRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.AreaJoinRequest();
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
                            message.areaId = value;
                        else
                            delete message.areaId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.addresses && message.addresses.length))
                            message.addresses = [];
                        message.addresses.push(reader.stringVerify());
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

        return AreaJoinRequest;
    })();

    agent.AreaJoinResults = (function() {

        /**
         * Properties of an AreaJoinResults.
         * @typedef {Object} agent.AreaJoinResults.$Properties
         * @property {Array.<agent.AreaJoinResult.$Properties>|null} [results] AreaJoinResults results
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AreaJoinResults.
         * @memberof agent
         * @interface IAreaJoinResults
         * @augments agent.AreaJoinResults.$Properties
         * @deprecated Use agent.AreaJoinResults.$Properties instead.
         */

        /**
         * Shape of an AreaJoinResults.
         * @typedef {agent.AreaJoinResults.$Properties} agent.AreaJoinResults.$Shape
         */

        /**
         * Constructs a new AreaJoinResults.
         * @memberof agent
         * @classdesc Represents an AreaJoinResults.
         * @constructor
         * @param {agent.AreaJoinResults.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AreaJoinResults = function (properties) {
            this.results = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AreaJoinResults results.
         * @member {Array.<agent.AreaJoinResult.$Properties>} results
         * @memberof agent.AreaJoinResults
         * @instance
         */
        AreaJoinResults.prototype.results = $util.emptyArray;

        /**
         * Creates a new AreaJoinResults instance using the specified properties.
         * @function create
         * @memberof agent.AreaJoinResults
         * @static
         * @param {agent.AreaJoinResults.$Properties=} [properties] Properties to set
         * @returns {agent.AreaJoinResults} AreaJoinResults instance
         * @type {{
         *   (properties: agent.AreaJoinResults.$Shape): agent.AreaJoinResults & agent.AreaJoinResults.$Shape;
         *   (properties?: agent.AreaJoinResults.$Properties): agent.AreaJoinResults;
         * }}
         */
        AreaJoinResults.create = function(properties) {
            return new AreaJoinResults(properties);
        };

        /**
         * Encodes the specified AreaJoinResults message. Does not implicitly {@link agent.AreaJoinResults.verify|verify} messages.
         * @function encode
         * @memberof agent.AreaJoinResults
         * @static
         * @param {agent.AreaJoinResults.$Properties} message AreaJoinResults message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AreaJoinResults.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.results != null && message.results.length)
                for (let i = 0; i < message.results.length; ++i)
                    $root.agent.AreaJoinResult.encode(message.results[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AreaJoinResults message from the specified reader or buffer.
         * @function decode
         * @memberof agent.AreaJoinResults
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.AreaJoinResults & agent.AreaJoinResults.$Shape} AreaJoinResults
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AreaJoinResults.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.AreaJoinResults();
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
                        if (!(message.results && message.results.length))
                            message.results = [];
                        message.results.push($root.agent.AreaJoinResult.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return AreaJoinResults;
    })();

    agent.AreaJoinResult = (function() {

        /**
         * Properties of an AreaJoinResult.
         * @typedef {Object} agent.AreaJoinResult.$Properties
         * @property {string|null} [address] AreaJoinResult address
         * @property {boolean|null} [isJoined] AreaJoinResult isJoined
         * @property {string|null} [error] AreaJoinResult error
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AreaJoinResult.
         * @memberof agent
         * @interface IAreaJoinResult
         * @augments agent.AreaJoinResult.$Properties
         * @deprecated Use agent.AreaJoinResult.$Properties instead.
         */

        /**
         * Shape of an AreaJoinResult.
         * @typedef {agent.AreaJoinResult.$Properties} agent.AreaJoinResult.$Shape
         */

        /**
         * Constructs a new AreaJoinResult.
         * @memberof agent
         * @classdesc Represents an AreaJoinResult.
         * @constructor
         * @param {agent.AreaJoinResult.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AreaJoinResult = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AreaJoinResult address.
         * @member {string} address
         * @memberof agent.AreaJoinResult
         * @instance
         */
        AreaJoinResult.prototype.address = "";

        /**
         * AreaJoinResult isJoined.
         * @member {boolean} isJoined
         * @memberof agent.AreaJoinResult
         * @instance
         */
        AreaJoinResult.prototype.isJoined = false;

        /**
         * AreaJoinResult error.
         * @member {string} error
         * @memberof agent.AreaJoinResult
         * @instance
         */
        AreaJoinResult.prototype.error = "";

        /**
         * Creates a new AreaJoinResult instance using the specified properties.
         * @function create
         * @memberof agent.AreaJoinResult
         * @static
         * @param {agent.AreaJoinResult.$Properties=} [properties] Properties to set
         * @returns {agent.AreaJoinResult} AreaJoinResult instance
         * @type {{
         *   (properties: agent.AreaJoinResult.$Shape): agent.AreaJoinResult & agent.AreaJoinResult.$Shape;
         *   (properties?: agent.AreaJoinResult.$Properties): agent.AreaJoinResult;
         * }}
         */
        AreaJoinResult.create = function(properties) {
            return new AreaJoinResult(properties);
        };

        /**
         * Encodes the specified AreaJoinResult message. Does not implicitly {@link agent.AreaJoinResult.verify|verify} messages.
         * @function encode
         * @memberof agent.AreaJoinResult
         * @static
         * @param {agent.AreaJoinResult.$Properties} message AreaJoinResult message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AreaJoinResult.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.address);
            if (message.isJoined != null && $Object.hasOwnProperty.call(message, "isJoined") && message.isJoined !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.isJoined);
            if (message.error != null && $Object.hasOwnProperty.call(message, "error") && message.error !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.error);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AreaJoinResult message from the specified reader or buffer.
         * @function decode
         * @memberof agent.AreaJoinResult
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.AreaJoinResult & agent.AreaJoinResult.$Shape} AreaJoinResult
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AreaJoinResult.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.AreaJoinResult();
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
                        if (value = reader.bool())
                            message.isJoined = value;
                        else
                            delete message.isJoined;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.error = value;
                        else
                            delete message.error;
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

        return AreaJoinResult;
    })();

    agent.AreaMembersRequest = (function() {

        /**
         * Properties of an AreaMembersRequest.
         * @typedef {Object} agent.AreaMembersRequest.$Properties
         * @property {string|null} [areaId] AreaMembersRequest areaId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AreaMembersRequest.
         * @memberof agent
         * @interface IAreaMembersRequest
         * @augments agent.AreaMembersRequest.$Properties
         * @deprecated Use agent.AreaMembersRequest.$Properties instead.
         */

        /**
         * Shape of an AreaMembersRequest.
         * @typedef {agent.AreaMembersRequest.$Properties} agent.AreaMembersRequest.$Shape
         */

        /**
         * Constructs a new AreaMembersRequest.
         * @memberof agent
         * @classdesc Represents an AreaMembersRequest.
         * @constructor
         * @param {agent.AreaMembersRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AreaMembersRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AreaMembersRequest areaId.
         * @member {string} areaId
         * @memberof agent.AreaMembersRequest
         * @instance
         */
        AreaMembersRequest.prototype.areaId = "";

        /**
         * Creates a new AreaMembersRequest instance using the specified properties.
         * @function create
         * @memberof agent.AreaMembersRequest
         * @static
         * @param {agent.AreaMembersRequest.$Properties=} [properties] Properties to set
         * @returns {agent.AreaMembersRequest} AreaMembersRequest instance
         * @type {{
         *   (properties: agent.AreaMembersRequest.$Shape): agent.AreaMembersRequest & agent.AreaMembersRequest.$Shape;
         *   (properties?: agent.AreaMembersRequest.$Properties): agent.AreaMembersRequest;
         * }}
         */
        AreaMembersRequest.create = function(properties) {
            return new AreaMembersRequest(properties);
        };

        /**
         * Encodes the specified AreaMembersRequest message. Does not implicitly {@link agent.AreaMembersRequest.verify|verify} messages.
         * @function encode
         * @memberof agent.AreaMembersRequest
         * @static
         * @param {agent.AreaMembersRequest.$Properties} message AreaMembersRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AreaMembersRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.areaId != null && $Object.hasOwnProperty.call(message, "areaId") && message.areaId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.areaId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AreaMembersRequest message from the specified reader or buffer.
         * @function decode
         * @memberof agent.AreaMembersRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.AreaMembersRequest & agent.AreaMembersRequest.$Shape} AreaMembersRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AreaMembersRequest.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.AreaMembersRequest();
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
                            message.areaId = value;
                        else
                            delete message.areaId;
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

        return AreaMembersRequest;
    })();

    agent.AreaMembers = (function() {

        /**
         * Properties of an AreaMembers.
         * @typedef {Object} agent.AreaMembers.$Properties
         * @property {Array.<agent.AreaMember.$Properties>|null} [members] AreaMembers members
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AreaMembers.
         * @memberof agent
         * @interface IAreaMembers
         * @augments agent.AreaMembers.$Properties
         * @deprecated Use agent.AreaMembers.$Properties instead.
         */

        /**
         * Shape of an AreaMembers.
         * @typedef {agent.AreaMembers.$Properties} agent.AreaMembers.$Shape
         */

        /**
         * Constructs a new AreaMembers.
         * @memberof agent
         * @classdesc Represents an AreaMembers.
         * @constructor
         * @param {agent.AreaMembers.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AreaMembers = function (properties) {
            this.members = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AreaMembers members.
         * @member {Array.<agent.AreaMember.$Properties>} members
         * @memberof agent.AreaMembers
         * @instance
         */
        AreaMembers.prototype.members = $util.emptyArray;

        /**
         * Creates a new AreaMembers instance using the specified properties.
         * @function create
         * @memberof agent.AreaMembers
         * @static
         * @param {agent.AreaMembers.$Properties=} [properties] Properties to set
         * @returns {agent.AreaMembers} AreaMembers instance
         * @type {{
         *   (properties: agent.AreaMembers.$Shape): agent.AreaMembers & agent.AreaMembers.$Shape;
         *   (properties?: agent.AreaMembers.$Properties): agent.AreaMembers;
         * }}
         */
        AreaMembers.create = function(properties) {
            return new AreaMembers(properties);
        };

        /**
         * Encodes the specified AreaMembers message. Does not implicitly {@link agent.AreaMembers.verify|verify} messages.
         * @function encode
         * @memberof agent.AreaMembers
         * @static
         * @param {agent.AreaMembers.$Properties} message AreaMembers message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AreaMembers.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.members != null && message.members.length)
                for (let i = 0; i < message.members.length; ++i)
                    $root.agent.AreaMember.encode(message.members[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AreaMembers message from the specified reader or buffer.
         * @function decode
         * @memberof agent.AreaMembers
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.AreaMembers & agent.AreaMembers.$Shape} AreaMembers
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AreaMembers.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.AreaMembers();
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
                        if (!(message.members && message.members.length))
                            message.members = [];
                        message.members.push($root.agent.AreaMember.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return AreaMembers;
    })();

    agent.AreaMember = (function() {

        /**
         * Properties of an AreaMember.
         * @typedef {Object} agent.AreaMember.$Properties
         * @property {string|null} [id] AreaMember id
         * @property {string|null} [name] AreaMember name
         * @property {string|null} [address] AreaMember address
         * @property {number|null} [port] AreaMember port
         * @property {string|null} [datacenter] AreaMember datacenter
         * @property {string|null} [build] AreaMember build
         * @property {number|null} [protocol] AreaMember protocol
         * @property {string|null} [status] AreaMember status
         * @property {number|null} [rttSeconds] AreaMember rttSeconds
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AreaMember.
         * @memberof agent
         * @interface IAreaMember
         * @augments agent.AreaMember.$Properties
         * @deprecated Use agent.AreaMember.$Properties instead.
         */

        /**
         * Shape of an AreaMember.
         * @typedef {agent.AreaMember.$Properties} agent.AreaMember.$Shape
         */

        /**
         * Constructs a new AreaMember.
         * @memberof agent
         * @classdesc Represents an AreaMember.
         * @constructor
         * @param {agent.AreaMember.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AreaMember = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AreaMember id.
         * @member {string} id
         * @memberof agent.AreaMember
         * @instance
         */
        AreaMember.prototype.id = "";

        /**
         * AreaMember name.
         * @member {string} name
         * @memberof agent.AreaMember
         * @instance
         */
        AreaMember.prototype.name = "";

        /**
         * AreaMember address.
         * @member {string} address
         * @memberof agent.AreaMember
         * @instance
         */
        AreaMember.prototype.address = "";

        /**
         * AreaMember port.
         * @member {number} port
         * @memberof agent.AreaMember
         * @instance
         */
        AreaMember.prototype.port = 0;

        /**
         * AreaMember datacenter.
         * @member {string} datacenter
         * @memberof agent.AreaMember
         * @instance
         */
        AreaMember.prototype.datacenter = "";

        /**
         * AreaMember build.
         * @member {string} build
         * @memberof agent.AreaMember
         * @instance
         */
        AreaMember.prototype.build = "";

        /**
         * AreaMember protocol.
         * @member {number} protocol
         * @memberof agent.AreaMember
         * @instance
         */
        AreaMember.prototype.protocol = 0;

        /**
         * AreaMember status.
         * @member {string} status
         * @memberof agent.AreaMember
         * @instance
         */
        AreaMember.prototype.status = "";

        /**
         * AreaMember rttSeconds.
         * @member {number|null|undefined} rttSeconds
         * @memberof agent.AreaMember
         * @instance
         */
        AreaMember.prototype.rttSeconds = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(AreaMember.prototype, "_rttSeconds", {
            get: $util.oneOfGetter($oneOfFields = ["rttSeconds"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new AreaMember instance using the specified properties.
         * @function create
         * @memberof agent.AreaMember
         * @static
         * @param {agent.AreaMember.$Properties=} [properties] Properties to set
         * @returns {agent.AreaMember} AreaMember instance
         * @type {{
         *   (properties: agent.AreaMember.$Shape): agent.AreaMember & agent.AreaMember.$Shape;
         *   (properties?: agent.AreaMember.$Properties): agent.AreaMember;
         * }}
         */
        AreaMember.create = function(properties) {
            return new AreaMember(properties);
        };

        /**
         * Encodes the specified AreaMember message. Does not implicitly {@link agent.AreaMember.verify|verify} messages.
         * @function encode
         * @memberof agent.AreaMember
         * @static
         * @param {agent.AreaMember.$Properties} message AreaMember message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AreaMember.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.address);
            if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.port);
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.datacenter);
            if (message.build != null && $Object.hasOwnProperty.call(message, "build") && message.build !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.build);
            if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.protocol);
            if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.status);
            if (message.rttSeconds != null && $Object.hasOwnProperty.call(message, "rttSeconds"))
                writer.uint32(/* id 9, wireType 1 =*/73).double(message.rttSeconds);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AreaMember message from the specified reader or buffer.
         * @function decode
         * @memberof agent.AreaMember
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.AreaMember & agent.AreaMember.$Shape} AreaMember
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AreaMember.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.AreaMember();
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
                            message.name = value;
                        else
                            delete message.name;
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
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.port = value;
                        else
                            delete message.port;
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
                            message.build = value;
                        else
                            delete message.build;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.protocol = value;
                        else
                            delete message.protocol;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.status = value;
                        else
                            delete message.status;
                        continue;
                    }
                case 9: {
                        if (wireType !== 1)
                            break;
                        message.rttSeconds = reader.double();
                        message._rttSeconds = "rttSeconds";
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

        return AreaMember;
    })();

    agent.DatacenterMaps = (function() {

        /**
         * Properties of a DatacenterMaps.
         * @typedef {Object} agent.DatacenterMaps.$Properties
         * @property {Array.<agent.DatacenterMap.$Properties>|null} [maps] DatacenterMaps maps
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DatacenterMaps.
         * @memberof agent
         * @interface IDatacenterMaps
         * @augments agent.DatacenterMaps.$Properties
         * @deprecated Use agent.DatacenterMaps.$Properties instead.
         */

        /**
         * Shape of a DatacenterMaps.
         * @typedef {agent.DatacenterMaps.$Properties} agent.DatacenterMaps.$Shape
         */

        /**
         * Constructs a new DatacenterMaps.
         * @memberof agent
         * @classdesc Represents a DatacenterMaps.
         * @constructor
         * @param {agent.DatacenterMaps.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DatacenterMaps = function (properties) {
            this.maps = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DatacenterMaps maps.
         * @member {Array.<agent.DatacenterMap.$Properties>} maps
         * @memberof agent.DatacenterMaps
         * @instance
         */
        DatacenterMaps.prototype.maps = $util.emptyArray;

        /**
         * Creates a new DatacenterMaps instance using the specified properties.
         * @function create
         * @memberof agent.DatacenterMaps
         * @static
         * @param {agent.DatacenterMaps.$Properties=} [properties] Properties to set
         * @returns {agent.DatacenterMaps} DatacenterMaps instance
         * @type {{
         *   (properties: agent.DatacenterMaps.$Shape): agent.DatacenterMaps & agent.DatacenterMaps.$Shape;
         *   (properties?: agent.DatacenterMaps.$Properties): agent.DatacenterMaps;
         * }}
         */
        DatacenterMaps.create = function(properties) {
            return new DatacenterMaps(properties);
        };

        /**
         * Encodes the specified DatacenterMaps message. Does not implicitly {@link agent.DatacenterMaps.verify|verify} messages.
         * @function encode
         * @memberof agent.DatacenterMaps
         * @static
         * @param {agent.DatacenterMaps.$Properties} message DatacenterMaps message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DatacenterMaps.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.maps != null && message.maps.length)
                for (let i = 0; i < message.maps.length; ++i)
                    $root.agent.DatacenterMap.encode(message.maps[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DatacenterMaps message from the specified reader or buffer.
         * @function decode
         * @memberof agent.DatacenterMaps
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.DatacenterMaps & agent.DatacenterMaps.$Shape} DatacenterMaps
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DatacenterMaps.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.DatacenterMaps();
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
                        if (!(message.maps && message.maps.length))
                            message.maps = [];
                        message.maps.push($root.agent.DatacenterMap.decode(reader, reader.size(), $undefined, _depth + 1));
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

        return DatacenterMaps;
    })();

    agent.DatacenterMap = (function() {

        /**
         * Properties of a DatacenterMap.
         * @typedef {Object} agent.DatacenterMap.$Properties
         * @property {string|null} [datacenter] DatacenterMap datacenter
         * @property {string|null} [areaId] DatacenterMap areaId
         * @property {Array.<agent.Coordinate.$Properties>|null} [coordinates] DatacenterMap coordinates
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DatacenterMap.
         * @memberof agent
         * @interface IDatacenterMap
         * @augments agent.DatacenterMap.$Properties
         * @deprecated Use agent.DatacenterMap.$Properties instead.
         */

        /**
         * Shape of a DatacenterMap.
         * @typedef {agent.DatacenterMap.$Properties} agent.DatacenterMap.$Shape
         */

        /**
         * Constructs a new DatacenterMap.
         * @memberof agent
         * @classdesc Represents a DatacenterMap.
         * @constructor
         * @param {agent.DatacenterMap.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DatacenterMap = function (properties) {
            this.coordinates = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DatacenterMap datacenter.
         * @member {string} datacenter
         * @memberof agent.DatacenterMap
         * @instance
         */
        DatacenterMap.prototype.datacenter = "";

        /**
         * DatacenterMap areaId.
         * @member {string} areaId
         * @memberof agent.DatacenterMap
         * @instance
         */
        DatacenterMap.prototype.areaId = "";

        /**
         * DatacenterMap coordinates.
         * @member {Array.<agent.Coordinate.$Properties>} coordinates
         * @memberof agent.DatacenterMap
         * @instance
         */
        DatacenterMap.prototype.coordinates = $util.emptyArray;

        /**
         * Creates a new DatacenterMap instance using the specified properties.
         * @function create
         * @memberof agent.DatacenterMap
         * @static
         * @param {agent.DatacenterMap.$Properties=} [properties] Properties to set
         * @returns {agent.DatacenterMap} DatacenterMap instance
         * @type {{
         *   (properties: agent.DatacenterMap.$Shape): agent.DatacenterMap & agent.DatacenterMap.$Shape;
         *   (properties?: agent.DatacenterMap.$Properties): agent.DatacenterMap;
         * }}
         */
        DatacenterMap.create = function(properties) {
            return new DatacenterMap(properties);
        };

        /**
         * Encodes the specified DatacenterMap message. Does not implicitly {@link agent.DatacenterMap.verify|verify} messages.
         * @function encode
         * @memberof agent.DatacenterMap
         * @static
         * @param {agent.DatacenterMap.$Properties} message DatacenterMap message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DatacenterMap.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.datacenter != null && $Object.hasOwnProperty.call(message, "datacenter") && message.datacenter !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.datacenter);
            if (message.areaId != null && $Object.hasOwnProperty.call(message, "areaId") && message.areaId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.areaId);
            if (message.coordinates != null && message.coordinates.length)
                for (let i = 0; i < message.coordinates.length; ++i)
                    $root.agent.Coordinate.encode(message.coordinates[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DatacenterMap message from the specified reader or buffer.
         * @function decode
         * @memberof agent.DatacenterMap
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {agent.DatacenterMap & agent.DatacenterMap.$Shape} DatacenterMap
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DatacenterMap.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.agent.DatacenterMap();
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
                            message.datacenter = value;
                        else
                            delete message.datacenter;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.areaId = value;
                        else
                            delete message.areaId;
                        continue;
                    }
                case 3: {
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

        return DatacenterMap;
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

        return SnapshotTrailer;
    })();

    return agent;
})();

export {
  $root as default
};
