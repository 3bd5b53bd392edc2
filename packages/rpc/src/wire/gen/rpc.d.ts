import * as $protobuf from "../../protobuf/index.js";

